"""The words of news for the designs of studies: design, weight, pattern on a sentence in lower case."""

from reader.study import lay_designs

_PEOPLE = (
    r"(?:patients|people|persons|participants|subjects|individuals|volunteers|adults|men|women|children|infants|"
    r"babies|newborns|adolescents|teens|teenagers|students|girls|boys|veterans|cases|mothers|families|twins|adults)"
)
_N = r"(?:\d[\d,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?|[a-z]+ (?:hundred|thousand)|dozens?|hundreds?|thousands))"
_W = r"(?:[\w’'-]{1,24}(?:,\d{3}){0,3},? )"

#: Chance decides, in the words of news.
BY_LOT = (
    r"\b(?:computer|coin|lotter(?:y|ies)|lots|dice|envelopes?|toss|chance|draw)\b(?! could| would| of)[^.;,]{0,30}\b(?:allot\w*|allocat\w*|assign\w*|decid\w*|pick\w*\b(?! out)|ch[oa]\w+|determin\w*|settle[sd]?|sorted|divided|split|told)\b|\b(?:allot\w*|allocat\w*|assign\w*|decid\w*|determined|settled|picked|chosen|divided|split|sorted|drawn) [^.;,]{0,30}?by (?:an? |the )?(?:independent |sealed |random )?(?:computer|coin|lot\b|lots|lotter(?:y|ies)|dice|toss|flip|draw|envelopes?|chance|luck)|\b(?:drew|drawing|casting|cast) (?:lots|straws)\b|\bluck of the draw\b|\bby lot\b|\blet (?:a|the) computer\b(?! pick out)|"
    + lay_designs.BY_LOT
)
#: design, weight, pattern on the sentence in lower case.
RULES = (
    ("randomized_controlled_trial", 3.0, rf"\brandomi[sz]ed[,]? (?:and )?{_W}{{0,6}}?(?:trial|study|experiment|evaluation|intervention|comparison)\b"),
    ("randomized_controlled_trial", 3.0, r"\b(?:randomly|at random) (?:\w+ ){0,1}(?:assigned|allocated|allotted|divided|split|received|given|placed|assigning|allocating|offered|got|put)\b|\bassigned (?:\w+ ){0,3}(?:at random|randomly)\b"),
    ("randomized_controlled_trial", 2.5, r"\b(?:were|was|been|then|who|and) (?:\w+ )?randomi[sz]ed\b|\brandomi[sz]ed (?:to|into|them|half|participants|patients|\d)|\brandomi[sz]ation\b|\brandomi[sz]ed,? "),
    ("randomized_controlled_trial", 2.0, r"\bplacebo[- ]controlled\b|\bdouble[- ]blind(?:ed)?\b(?! peer)"),
    ("randomized_controlled_trial", 1.2, r"\b(?:to|or|versus|vs\.?|with|than|and|over|on|received|took|given|taking) (?:an? |inactive |matching )?placebo\b|\bplacebo (?:group|arm)\b|\bsham (?:treatment|procedure|surgery|stimulation|group)"),
    ("randomized_controlled_trial", 1.2, r"\bphase (?:3|iii|three)\b[\w ]{0,20}(?:trial|study)|\b(?:treatment|intervention|vaccine) (?:arm|group)s? (?:and|versus|or) (?:the )?(?:control|standard)"),
    ("meta_analysis", 3.6, r"\bmeta-?\s?analy[sz]"),
    ("meta_analysis", 2.4, rf"\b(?:pooled|combined) (?:data|analysis|results|{_W}data|information) (?:from|of) {_W}{{0,4}}(?:studies|trials|cohorts)\b|\b(?:pooled|combined) (?:\w+ ){{0,3}}data from the (?:individual )?studies|\banaly[sz]ed {_W}{{0,6}}(?:trials|intervention studies|randomi[sz]ed studies)\b"),
    ("systematic_review", 3.4, r"\bsystematic(?:ally)? (?:literature )?review|\bcochrane review|\bscoping review|\bumbrella review"),
    ("systematic_review", 2.0, rf"\breview(?:ed|ing)?(?: of)? (?:all |the |more than |over |data from )?{_W}{{0,3}}(?:published )?(?:studies|trials|literature|evidence)\b|\bsearched {_W}{{0,4}}(?:literature|databases)"),
    ("case_control", 3.5, r"\bcase[-– ]control\b"),
    ("case_control", 2.4, rf"\b{_N} {_W}{{0,3}}(?:patients|people|children|women|men|cases|adults|individuals|babies|infants|mothers) {_W}{{0,8}}(?:and|with|to) {_N} {_W}{{0,4}}(?:controls?\b(?! group)|control (?:individuals|subjects|participants|children|women|mothers)|healthy {_W}{{0,2}}(?:volunteers|people|individuals|subjects|controls|adults|children))"),
    ("case_control", 1.6, r"\b(?:matched|healthy|unaffected|population) (?:\w+ )?controls\b|\bcases and (?:\w+ )?controls\b"),
    ("cross_sectional", 3.4, r"\bcross[- ]sectional\b"),
    ("cross_sectional", 1.7, rf"\b(?:surveyed|polled|questioned) {_W}{{0,4}}\d|\b(?:survey|poll|questionnaire) (?:of|among|completed by|sent to) {_W}{{0,4}}(?:\d|{_PEOPLE})|\bsurvey (?:data|results|responses)\b|\bresponses (?:from|of) {_W}{{0,3}}\d"),
    ("cross_sectional", 0.9, r"\b(?:national|online|household|health|nationwide) (?:\w+ )?survey\b|\bprevalence of\b|\b(?:mortality|incidence|death|survival|case) rates?\b"),
    ("cohort", 3.0, r"\b(?:prospective|retrospective|birth|historical|population|inception|longitudinal|national|large|matched|this|the|our|a) (?:[\w-]+ ){0,2}cohort(?: study)?\b|\bcohort (?:study|of)\b"),
    ("cohort", 2.4, r"\blongitudinal (?:study|data|analysis|survey)|\bprospective(?:ly)? (?:[\w-]+ ){0,3}(?:study|followed|data|observational)|\bobservational (?:study|data|research|cohort)|\bretrospective(?:ly)? (?:\w+ ){0,2}(?:study|analy[sz]|review|look|evaluat|examin|data|chart)"),
    ("cohort", 2.0, rf"\b(?:followed|tracked|monitored|observed)(?: up)? {_W}{{0,8}}(?:for|over|until|from|through) {_W}{{0,5}}(?:years?|months?|decades?|weeks|adulthood)\b|\bwere (?:then )?(?:followed|tracked|monitored) (?:up )?(?:for|over|until)\b|\bover the (?:next|following|course of)[\w ,]{{0,14}} years?\b|\bduring {_W}{{0,4}}(?:of )?follow-up\b|\b(?:median|average|mean) follow-up\b"),
    ("cohort", 1.7, rf"\b(?:medical|health|hospital|patient|insurance|administrative|electronic|clinical|birth|death|pharmacy|national|military|school|claims) (?:\w+ )?(?:records?|registr(?:y|ies)|databases?|claims|data)\b|\bregistr(?:y|ies) (?:data|of|study)|\bdatabase study\b|\bbiobank\b|\bcensus\b|\bmedicare\b|\bmedicaid\b|\bdata (?:from|on) {_W}{{0,5}}(?:\d[\d,]+|million|thousands) {_W}{{0,4}}{_PEOPLE}"),
    ("cohort", 1.3, rf"\b(?:less|more|times as|percent less|percent more) likely to (?:die|develop|have|suffer|experience|be)\b|\b(?:higher|lower|increased|reduced|greater) (?:\w+ )?risk of\b|\b(?:gathered|collected) data (?:on|from) {_W}{{0,5}}\d|\bepidemiolog\w+ study\b"),
    ("case_series", 3.3, r"\bcase series\b|\bseries of (?:\w+ )?(?:\d+|cases|patients)\b"),
    ("case_series", 1.5, rf"\b(?:studied|examined|treated|described?|studying|tumou?rs|samples|biopsies|tissue|cells|blood|response)(?: {_W}{{0,6}})? ?(?:from|of|in|to)? (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1\d|[2-9]) (?:\w+ ){{0,2}}(?:patients|people|children|women|men|individuals|cases|infants|babies)\b(?! with and)"),
    ("case_report", 3.3, r"\bcase report\b|\bcase study of an? |\breports? the case of\b"),
    ("case_report", 1.8, r"\ba \d{1,2}-(?:year|month|day)-old (?:\w+ )?(?:man|woman|boy|girl|patient|child|infant|male|female)\b"),
    ("single_arm_trial", 3.2, r"\bsingle[- ](?:arm|group)\b|\b(?<!placebo-)uncontrolled(?: \w+)? (?:trial|study)|\buncontrolled(?= and\b|,)|\bno (?:control|comparison|placebo) group\b|\bfirst[- ]in[- ]humans?\b"),
    ("single_arm_trial", 1.9, r"\bopen[- ]label\b|\bphase (?:1|i|one|2|ii|two|1/2|i/ii)[ab]?\b,?(?: \w+){0,4} (?:trial|study)|\bsafety trial\b|\b(?:early|initial)[- ](?:phase|stage) (?:clinical )?(?:trial|study)"),
    ("single_arm_trial", 1.4, r"\b(?:small|pilot|feasibility|proof-of-concept) (?:clinical )?(?:trial|study)|\bclinical trial of\b"),
    ("nonrandomized_trial", 3.3, r"\bnon-?randomi[sz]ed (?:\w+ ){0,3}(?:trial|study)|\bnot randomi[sz]ed\b|\bquasi-experiment"),
    ("qualitative", 3.0, r"\bqualitative (?:study|research|interview|analysis|data)|\b(?:in-depth|semi-?structured) interviews\b|\bfocus groups?\b|\bethnograph"),
    ("modelling", 3.0, r"\b(?:mathematical|computer|computational|statistical|climate|simulation|epidemic|economic|theoretical|predictive|numerical) (?:\w+ )?(?:models?|modell?ing|simulations?)\b|\btheoretical (?:paper|study|analysis)|\bmodell?ing (?:study|suggests?|shows?|predicts?)"),
    ("modelling", 2.0, r"\bsimulat(?:e|es|ed|ions?|ing)\b|\b(?:the|our|this|their|new|team[’']s) models? (?:predict|project|suggest|show|estimat|include|does|do|indicat|found|that)|\bteam (?:also )?model(?:l)?ed\b|\bis model(?:l)?ed\b|\bmodel(?:l)?ing\b"),
    ("modelling", 1.4, r"\b(?:predicted|projected|projections?|forecasts?|scenarios?)\b|\bcost-(?:effectiveness|benefit) analys"),
    ("in_vitro", 2.6, r"\bin vitro\b|\b(?:cell|cancer|tumou?r) lines?\b|\b(?:cultured|isolated|lab-grown|laboratory-grown|primary) (?:[\w-]+ ){0,3}cells?\b|\bcells? (?:grown )?in (?:a |the )?(?:dish|culture|laboratory|petri|lab)\b|\borganoids?\b|\bcell cultures?\b|\bworking (?:in|with) (?:[\w-]+ ){0,3}cells\b|\btest tubes?\b"),
    ("in_vitro", 1.5, r"\b(?:strains?|isolates?) of\b|\bstrains were\b|\b(?:human|mouse|rat|immune|t|stem|nerve|brain|skin|liver|muscle|bacterial|yeast) cells (?:that|to|were|with|and|in|from)\b|\bbacteria(?:l)?\b|\bgenome sequenc"),
    ("randomized_controlled_trial", 3.0, BY_LOT),
    ("randomized_controlled_trial", 3.0, r"\b(?:in|a|the) random(?:i[sz]ed)? (?:order|sequence)\b|\border (?:of \w+ )?(?:was|were) (?:\w+ )?random\w*|\brandomi[sz]ed,? (?:\w+ )?(?:cross-?over|non-?inferiority)|\bat random\b(?= (?:to|into|either))|\brandomly (?:to|into) |\brandomi[sz]ed (?:[\d,]+|them|people|participants|patients|women|men|children|adults|villages|schools|half)"),
    ("randomized_controlled_trial", 2.9, r"\beither [^.;]{3,60} or (?:an? |the )?(?:placebo|sham|inactive|dummy|inert|identical-looking|look-?alike|matching) |\bneither [^.;]{3,90} nor [^.;]{3,90}\b(?:knew|were aware|was aware|were told|could tell|know)\b|\bnon-?inferiority (?:trial|margin|study)|\bcross-?over (?:trial|study|design|experiment)"),
    ("randomized_controlled_trial", 1.4, r"\b(?:dummy|sugar|inert|inactive|sham|fake|look-?alike) (?:pills?|tablets?|capsules?|injections?|drugs?|treatments?|drinks?|syrups?|liquids?|powders?|sprays?|drops|creams?|lozenges?|sachets?|patch(?:es)?|jabs?|device|procedure|operation|surgery|infusions?)\b|\bthe other half (?:\w+ ){0,3}(?:to|got|received|had|took|were|was|a|the)\b|\b(?:served|acted) as their own controls?\b"),
    ("meta_analysis", 1.9, r"\bpooled (?:data|results|analysis|evidence)\b|\bindividual (?:participant|patient) data\b|\b(?:raw|original) (?:records|data) (?:of|from) (?:[\w-]+ ){0,3}(?:trials|studies|teams)"),
    ("systematic_review", 2.0, r"\b(?:sifted|trawled|combed|went|looked|read) (?:through |over )?(?:[\w-]+ ){0,6}(?:studies|trials|papers|databases|literature|abstracts)\b|\breview of (?:the )?(?:[\w-]+ ){0,3}(?:evidence|studies|trials|literature|papers)\b"),
    ("case_control", 2.8, r"\bfor (?:each|every) (?:of (?:them|these|those)|case|patient|one),? [^.;]{0,60}\b(?:who|without|healthy|controls?|free of|of the same)|\b(?:each|every case|cases|patients|they|who)\b[^.;]{0,20} (?:matched|paired) (?:with|to|against) [^.;]{0,60}(?:controls?|without|who (?:had|did|were) (?:not|n.t|never)|healthy|free of)"),
    ("case_control", 2.2, rf"\b{_N} {_W}{{0,3}}(?:with|who (?:had|have|developed)|in whom) {_W}{{1,8}}(?:and|with|to|against) {_N} {_W}{{0,4}}(?:who (?:had|have|did|were) (?:not|never|none|no|n.t)|without\b|free of)"),
    ("cross_sectional", 2.4, r"\b(?:snapshot|at (?:a single|one) (?:point|moment) in time|one-off (?:survey|questionnaire))\b"),
    ("cross_sectional", 2.0, r"\b(?:sent|mailed|posted|e-?mailed|handed|given) (?:out )?(?:an? |the )?(?:\w+ ){0,2}(?:questionnaires?|surveys?|forms?)\b(?! every)|\b(?:questionnaires?|surveys?) (?:\w+ ){0,3}(?:were|was) (?:sent|mailed|posted|e-?mailed|handed|returned|completed|filled)\b|\b(?:filled (?:it |them )?(?:in|out)|returned) (?:and (?:\w+ )?(?:it|them)|the (?:questionnaire|survey|form)|an? (?:\w+ )?(?:questionnaire|survey))|\bthose who (?:answered|replied|responded to the)\b|\brespondents\b|\bsurvey (?:finds?|found|suggests?|shows?|reveals?)\b"),
    ("cohort", 2.2, r"\b(?:kept (?:up with|an eye on|track of|in touch with|tabs on)|(?:were|was|been|and) (?:tracked|followed|watched|monitored)(?: up)? (?:until|till|to|for|over|from|through)\b)|\b(?:for|over) an? (?:median|average|mean) of [\w. -]{1,14} (?:years|months)|\bevery (?:two|three|four|five|few|other) years\b|\b\d+[- ]year (?:study|follow-?up)\b|\bperson-years\b"),
    ("cohort", 1.5, r"\b(?:went on to (?:develop|have|get|suffer|die)|later (?:developed|had|got|suffered)|by the end of follow-?up|(?:adjusted )?hazard ratio|lost to follow-?up)\b"),
    ("case_series", 2.0, r"\b(?:reviewed|went through|looked back at|pulled) the (?:\w+ )?(?:notes|charts|files|case notes) of\b|\b(?:clinical |small )(?:\w+ )?audit\b"),
    ("single_arm_trial", 2.0, r"\b(?:no|without an?|lack(?:ed|s|ing) an?) (?:placebo|control|comparison|comparator)(?: or \w+)? (?:arm|group)s?\b|\b(?:nothing|no one|nobody) to compare\b|\bfirst[- ]in[- ](?:humans?|man|people)\b"),
    ("single_arm_trial", 1.7, r"\b(?:all|every|each)(?: of the| the)? (?:\w+ )?(?:participants?|patients?|volunteers?|people|children|women|men|adults|\d+)[^.;]{0,30} (?:got|received|were given|was given|had|took) (?:an? |the )?(?:\w+ ){0,3}(?:infusion|injection|dose|drug|tablet|treatment|therapy|transplant|implant|cells|vaccine)\b|\bdose[- ](?:escalation|finding|limiting)\b"),
    ("nonrandomized_trial", 3.3, lay_designs.NO_LOT),
    ("nonrandomized_trial", 2.4, r"\b(?:sister|neighbou?ring|comparison|control|adjacent|second) (?:ward|school|village|town|clinic|district|hospital|practice|site|class|community|county|city|prison|factory)(?:s|es)?\b|\b(?:could|were free to|were allowed to) (?:choose|pick|decide) (?:for themselves|which|whether|between)\b|\bnatural experiment\b|\bbefore-and-after (?:study|trial)"),
    ("nonrandomized_trial", 1.9, r"\b(?:ward|school|village|town|clinic|district|hospital|practice|site|class|communit|count)\w* (?:\w+ ){0,6}(?:did not|carried on|went on as|kept to|waited|stayed with)\b"),
    ("qualitative", 1.8, r"\binterviews (?:were (?:recorded|transcribed|held|conducted)|with (?:\d+|\w+))|\b(?:in their own words|common themes?|themes? (?:emerged|that emerged|came up)|thematic)\b|\b(?:spoke|talked|listened) (?:at length )?(?:to|with) (?:\w+ ){0,2}(?:\d+|[a-z]+teen|ten|twelve|twenty|thirty|forty)\b"),
    ("in_vitro", 2.3, r"\b(?:in|on) (?:a |the )?(?:plastic |culture |lab(?:oratory)? |glass |petri )*(?:dish(?:es)?|flasks?|test tubes?|multiwell plates)\b|\b(?:[\w-]+ (?:cancer|tumou?r|cell)|leuk\w+|melanoma|lymphoma|glioma|myeloma) (?:cell )?lines\b"),
    ("meta_analysis", 3.0, rf"\b(?:pool(?:ed|ing)|combin(?:ed|ing)) (?:the )?(?:\w+ ){{0,2}}(?:data|results|findings|figures|evidence|records) (?:of|from) {_W}{{0,5}}(?:studies|trials|cohorts|surveys|teams)\b"),
    ("cross_sectional", 2.1, r"\b(?:online|telephone|opinion|postal|national|web) polls?\b|\b(?:survey|poll|questionnaire) (?:asked|questioned|covered|included|took in|was (?:answered|completed|filled in) by)\b"),
    ("cross_sectional", 1.3, r"\b(?:were|was) asked (?:about|how|whether|if|to (?:rate|say|name|rank|recall))\b"),
    ("cross_sectional", 1.8, r"\bsensitivity\b[^;]{0,80}\bspecificity\b|\bdiagnostic accuracy\b|\bas (?:reliably|accurately|well|often) as (?:[\w-]+ ){0,3}(?:radiologists|doctors|pathologists|specialists|dermatologists|experts)\b"),
    ("nonrandomized_trial", 3.3, r"\b(?:were|was)(?: not|n.t) (?:(?:assigned|allocated|allotted|divided|split)|(?:chosen|picked|selected|drawn)(?= by lot| (?:at random|randomly|by chance),? (?:to|for|who|which|and those)\b)) (?:by lot|at random|randomly|by chance)\b"),
    ("nonrandomized_trial", 1.6, r"\bthe (?:others?|rest|other [\w-]+) (?:\w+ )?(?:carried on|went on|kept to|stayed with|continued)\b|\b(?:then|and) (?:changed|switched|swapped) (?:over|sides|round)\b"),
    ("in_vitro", 2.2, r"\bgrew (?:[\w-]+ ){1,8}in (?:the |a )?(?:laboratory|lab|dish|flasks?)\b|\bcryo-?(?:electron|em)\b|\bcrystal structures?\b"),
    ("case_report", 2.6, r"\b(?:an?|one|this) (?:[\w-]+ ){0,4}(?:patient|man|woman|boy|girl|child|infant|adolescent|case) (?:(?:is|was|are) (?:described|reported|presented)|(?:\w+ )?presented (?:to|at|with|in))\b|\bwe (?:here )?(?:describe|report|present)(?: here| on)? (?:an?|one|the) (?:[\w-]+ ){0,5}(?:patient|man|woman|boy|girl|child|infant|newborn|adolescent|case)\b|\bin the case reported\b"),
    ("single_arm_trial", 2.4, r"\bopen(?: clinical| pilot)? trial\b(?! of two)"),
    ("case_series", 2.4, r"\b(?:describes?|described|present(?:s|ed)?|report on) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1\d|[2-9]) (?:\w+ ){0,3}(?:patients|people|children|women|men|cases|infants|babies|siblings)\b"),
    ("meta_analysis", 2.4, rf"\b(?:pooled|pooling|combined|combining|combines) (?:the )?(?:data|analysis|results|{_W}data|information|findings) (?:from|of) {_W}{{0,4}}(?:studies|trials|cohorts)\b|\b(?:pooled|combined) (?:\w+ ){{0,3}}data from the (?:individual )?studies|\banaly[sz]ed {_W}{{0,6}}(?:trials|intervention studies|randomi[sz]ed studies)\b"),
    ("case_control", 2.6, rf"\b{_N} {_W}{{0,2}}{_PEOPLE} {_W}{{0,6}}(?:and|with|to) {_N} {_W}{{0,3}}(?:without|unaffected|healthy|cancer-free|disease-free|controls)\b"),
    ("case_control", 2.8, r"\bfor (?:each|every) (?:of (?:them|these|those)|patient|case|person|child|woman|man),? (?:\w+ ){0,3}(?:one|two|three|four|five|ten|\d+) "),
    ("cross_sectional", 2.0, rf"\b(?:answered|completed|filled (?:in|out)|responded to|returned|took part in|took) (?:an? |the )?{_W}{{0,2}}(?:questionnaires?|survey|poll)\b|\b(?:survey|poll|questionnaire) {_W}{{0,4}}(?:found|shows?|showed|suggests?|reveals?|revealed)\b"),
    ("cross_sectional", 1.5, rf"\b(?:measured|tested|screened|examined|checked|sampled) (?!{_W}{{0,3}}(?:doses?|drugs?|treatments?|vaccines?|therap(?:y|ies)|tablets?|pills?|devices?)\b){_W}{{0,6}}(?:in|of|from|among) {_N} {_W}{{0,3}}{_PEOPLE}\b"),
    ("cohort", 2.1, r"\b(?:risk|likely|developed|died|diagnosed|deaths?|incidence|hospitali[sz]ed)\b[^.;]{0,80}\b(?:over|during|in|within) (?:the |an? )?(?:next|following|subsequent|average of|median of)? ?(?:\w+ ){0,2}(?:years|decades?|months)\b"),
    ("cohort", 2.0, r"\b(?:uk biobank|nurses[’'] health|framingham|health professionals follow-up|million women|women[’']s health initiative|all of us|twins? (?:study|registry|register)|(?:national|population|disease|patient|cancer|swedish|danish|norwegian|finnish) (?:\w+ )?regist(?:ry|ries|er|ers))\b"),
    ("cohort", 2.0, r"\b(?:again|followed up|re-?tested|re-?surveyed|re-?examined|once more) (?:[\w-]+ ){0,3}(?:months|years|weeks) later\b"),
    ("cohort", 1.4, rf"\b(?:followed|tracked|monitored) {_N} {_W}{{0,3}}{_PEOPLE}\b"),
    ("case_series", 2.5, rf"\b(?:report(?:s|ed)? on|describe[sd]?|describing|reports? of) (?:the cases? of )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|1\d|2\d|[2-9]) (?:\w+ ){{0,2}}{_PEOPLE}\b"),
    ("case_series", 2.0, r"\b(?:reviewed|looked back at|looked through|went through|examined) the (?:medical |case )?(?:notes|records|charts|files) of (?:every(?:body|one)|all (?:the )?(?:patients|people)|\d+ patients)\b"),
    ("case_report", 2.0, r"\ban? (?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?)[- ](?:year|month|day)s?[- ]old (?:\w+ )?(?:man|woman|boy|girl|patient|child|infant|male|female)\b"),
)  # fmt: skip

#: What the makers of a review do with the studies of others.
GATHERING = (
    ("systematic_review", 2.4, r"\b(?:sifted|trawled|combed|searched|scoured|screened|looked|went|read)(?: through)? (?:[\w,-]+ ){0,6}(?:studies|trials|papers|articles|abstracts|databases|literature)\b"),
    ("meta_analysis", 3.0, rf"\b(?:pool(?:ed|ing)|combin(?:ed|ing)|add(?:ed|ing) together) (?:the )?(?:\w+ ){{0,2}}(?:data|results|findings|figures|evidence|records) (?:of|from) {_W}{{0,5}}(?:studies|trials|cohorts|surveys|teams)\b"),
)  # fmt: skip
