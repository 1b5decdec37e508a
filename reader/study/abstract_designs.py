"""The words of abstracts for designs: design, weight, pattern on a sentence in lower case.

News has words of its own (`design_words`) and never comes here. Reviews are told by what PRISMA for
Abstracts asks them to say (sources of the evidence, eligibility, how many were included, the synthesis)
and by the headings of Cochrane; the bench by how things are done to cells and molecules; models by what
is solved, projected or simulated; a single patient by what CARE asks of a case report. The scope notes of
MeSH's publication types say what belongs together: an observation of two siblings is still a case report.
"""

_N = r"(?:\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|one hundred)"
_SOURCES = r"(?:medline|pubmed|embase|psycinfo|psychinfo|cinahl|cochrane library|cochrane central|central|lilacs|scopus|web of science|google scholar|(?:\w+ ){0,2}databases?|grey literature|literature)"
_WORKS = r"(?:studies|trials|articles|papers|publications|reports|records|reviews|citations|abstracts|experiments|cohorts|evaluations|rcts|data sets|datasets|samples)"

#: Whether studies of others were put together, and how.
_GATHERED = (
    ("meta_analysis", 3.0, r"\bmeta-?regression|\bmega-?analysis|\bnetwork comparison\b|\bquantitative (?:synthesis|review) of\b|\bsummary (?:odds ratios?|relative risks?|estimates?|effect)|\bpooled (?:prevalence|incidence|rate|risk|odds|relative|effect|estimates?|mean|sensitivity|proportion|hazard|standardi[sz]ed|or\b|rr\b)"),
    ("meta_analysis", 2.4, rf"\brandom[- ]effects? (?:pooling|meta|analysis|model (?:was|were) used to (?:pool|combine))|\bfunnel plots?\b|\bpublication bias\b|\beffect sizes? (?:from|of|for|across) (?:the )?{_N} (?:\w+ )?(?:studies|experiments|trials|samples)|\bi ?2 ?= ?\d|\b{_N} (?:\w+ ){{0,4}}(?:trials|studies) (?:\([^()]{{3,50}}\) )?(?:[^.;]{{3,60}} )?(?:were|was) (?:pooled|combined|analy[sz]ed together)\b"),
    ("systematic_review", 3.0, r"^(?:search (?:methods|strategy)|selection criteria|data sources?|study selection|data extraction(?: and synthesis)?|review methods|eligibility criteria)\b|\bsystematic (?:literature )?(?:search|survey of the literature|overview|evidence)|\b(?:integrative|rapid|mapping|realist|critical interpretive) (?:literature )?(?:review|synthesis)|\b(?:best[- ]evidence|evidence|narrative|thematic|meta-?ethnographic) synthesis\b|\bsynthesis of (?:\w+ )?evidence\b"),
    ("systematic_review", 2.6, rf"\b{_SOURCES}(?:,? (?:and |or )?{_SOURCES}){{0,8}} (?:were|was) (?:\w+ )?(?:searched|screened|queried)|\bsearch(?:ed|es|ing)?(?: of| in)? (?:the )?(?:\w+ ){{0,3}}{_SOURCES}\b|\bcomputeri[sz]ed (?:literature )?search|\b(?:identified|retrieved|located|sought) (?:\w+ ){{0,3}}(?:in|through|from|by) (?:\w+ ){{0,3}}{_SOURCES}\b"),
    ("systematic_review", 2.0, rf"\b{_N} (?:\w+ ){{0,3}}{_WORKS} (?:[^.;,]{{3,40}} )?(?:were|was|are) (?:finally |eventually )?(?:included|identified|retrieved|retained|eligible|located|selected|reviewed)\b|\b(?:met|meeting|fulfilled|satisfied) (?:the |our |all )?(?:\w+ )?(?:inclusion|eligibility|selection|review) criteria\b[^.;]{{0,50}}\b(?:studies|trials|articles|papers)|\b(?:studies|trials|articles|papers)\b[^.;]{{0,50}}\b(?:met|meeting|fulfilled) (?:the |our |all )?(?:\w+ )?(?:inclusion|eligibility|selection|review) criteria|\b(?:studies|trials) were eligible\b|\b(?:two|three) (?:independent )?(?:reviewers|authors) (?:independently )?(?:selected|screened|extracted|assessed)\b"),
)  # fmt: skip
_BENCH = (
    ("in_vitro", 2.2, r"\b(?:were|was) (?:\w+ )?(?:incubated|cultured|cocultured|transfected|purified|lysed|reprogrammed|dissociated)\b|\b(?:in|primary|cell|tissue|neuronal|slice|organotypic) cultures?\b|\b(?:cytotoxicity|plaque assays?|whole-cell (?:patch|recordings?|currents?)|patch[- ]clamp|crystal structure|nmr spectroscopy|circular dichroism|thioflavin|radioligand|binding assays?)\b|\b(?:hek ?-?293\w*|vero|sh-sy5y|pc12|hela|cho|u87\w*|n2a|bv-?2|caco-2) cells\b|\b(?:ic|ec) ?50\b|\bkd of\b|\b\d ?(?:nm|[µμ]m|mm) (?:\w+ )?(?:for|glutamate|dopamine|of)\b"),
    ("in_vitro", 1.4, r"\b(?:[\w-]+oma|endothelial|astrocyt\w+|microglial?|progenitors?|fibroblasts?|stem|glial|neuronal|schwann) cells?\b|\b(?:purified|recombinant) (?:\w+ )?(?:protein|enzyme|receptor)|\bmembranes were\b|\bmicrofluidic\b|\bcrispr\b"),
)  # fmt: skip
_OTHERS = (
    ("modelling", 2.4, r"\b(?:reaction-diffusion|markov|finite element|spiking|network|compartment\w*|dynamic|agent-based|stochastic|decision[- ]analytic|microsimulation|mathematical|computational|biophysical) models?\b[^.;]{0,60}\b(?:solved|built|developed|constructed|predict\w*|reproduc\w+|implemented|simulat\w+|compared)\b|\bwe built an? (?:\w+ ){0,3}(?:model|network)\b|\bpopulation projections\b|^projections? of\b|\bcost-(?:effectiveness|utility) (?:analysis|of)\b|\bquality-adjusted life[- ]years? (?:gained|at)\b"),
    ("case_report", 2.0, r"\b(?:a|another|an unusual|an? \w+) case for diagnosis\b|: (?:a |an? \w+ )?case reports?\b|\b(?:twin (?:boys|girls|brothers|sisters)|two (?:siblings|brothers|sisters)|(?:a )?brother and sister|mother and (?:daughter|son)|father and (?:daughter|son))\b[^.;]{0,60}\b(?:with|who|had|presented|developed|were)\b"),
    ("single_arm_trial", 2.0, r"\bopen label (?:\w+ ){0,2}(?:trial|study)\b"),
    ("randomized_controlled_trial", 1.8, r"(?<!case-)(?<!case )\bcross-?over (?:\w+ ){1,3}(?:trial|study|design)\b"),
    ("cross_sectional", 1.8, r"\b(?:door-to-door|household|postal|mail|web-based|online|anonymous|telephone) (?:\w+ )?(?:survey|questionnaire|inventory)\b|\b(?:response rate|respondents|replied|returned the questionnaire)\b"),
    ("cohort", 1.8, r"\b(?:national|nationwide|population|regional|hospital|disease|twin|birth|death|cancer|stroke) regist(?:er|ry|ries)\b|\bwere (?:re-?examined|re-?assessed|traced|followed)\b[^.;]{0,40}\b(?:years?|months) later\b|\b(?:assessed|interviewed|examined|surveyed) (?:at|every) (?:\d|two|three|six|twelve|annually|year)[^.;]{0,30}\b(?:months|years|weeks|age)\b"),
)  # fmt: skip
#: Every sign of a scholar's design, for `design.votes`.
RULES = (*_GATHERED, *_BENCH, *_OTHERS)
