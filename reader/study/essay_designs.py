"""Words for designs in the synopses of journals, which tell how it was done in a clause and name nothing.

The rows are those of `lay_designs`: design, weight, pattern on a sentence in lower case.
"""

from reader.study.essay_size import BOTH

_N = r"(?:\d[\d,]*|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w{3,5})?))"
_WHO = r"(?:people|patients|volunteers|adults|men|women|children|babies|infants|newborns|mothers|pupils|workers|families|households|twins|villagers|residents)"
_W = r"[\w’'-]+ "

RULES = (
    ("randomized_controlled_trial", 2.8, r"\b(?:sealed|opaque) (?:[\w-]+ )?envelopes?\b|\b(?:drew|drawing of|drawn by|by drawing|by) lots?\b(?! of| (?:\d|from\b))|\btoss(?:ed|ing)? (?:of )?(?:a|the) coin\b|\b(?:throw|roll) of (?:a|the) (?:dice?|coin)\b|(?<!not )(?<!n[’']t )\b(?:allotted|allocated|assigned|given|chosen to \w+) (?:\w+ ){0,4}?(?:at random|by chance|by lottery|by the toss)\b|\bchance (?:alone )?decided\b|\b(?:decided|settled|determined) by chance\b"),
    ("randomized_controlled_trial", 2.0, rf"\b{_N} (?:{_W}){{0,2}}?(?:were|was) (?:allotted|allocated|assigned)\b[^.;]{{3,80}}\band {_N} (?:were|was) (?:allotted|allocated|assigned)\b"),
    ("cohort", 2.4, rf"\b(?:followed|kept track of|kept an eye on|monitored|watched|tracked) (?:{_W}){{0,7}}(?:from birth|from conception|from infancy|through (?:pregnancy|infancy|childhood|adolescence)|until (?:death|they (?:were|died|reached|turned)|the age of))\b"),
    ("cohort", 2.2, rf"\b(?:when|by the time|as soon as|until) (?:their|the|these) (?:{_W})?(?:children|babies|infants|offspring|sons|daughters|toddlers|boys|girls|twins) (?:were|was|had reached|reached|turned) (?:aged? )?(?:about )?{_N}\b"),
    ("cohort", 3.6, rf"\b(?:were|was|at|aged) {_N}, {_N},? (?:{_N},? )*and {_N} (?:weeks|months|years) (?:old|of age)\b"),
    ("cohort", 2.2, rf"\b(?:traced|tracked down|caught up with|re-?examined|revisited|re-?interviewed|called back|sought out) (?:these|the same|those|the|them|{_N}) (?:{_W}){{0,2}}?(?:{_WHO}|as)\b|\b(?:enroll?ed|recruited|registered) (?:{_W}){{0,4}}?at (?:birth|delivery)\b"),
    ("cohort", 2.0, rf"\b{_WHO} (?:{_W}){{0,6}}?(?:were|was) (?:visited|seen|examined|weighed|tested|bled) (?:{_W}){{0,2}}?(?:every|once an?|twice an?) (?:{_W}){{0,2}}?(?:week|fortnight|month|year|weeks|months)\b"),
    ("case_control", 3.4, BOTH.pattern),
    ("case_control", 2.8, rf"\bin (?:{_N} )?(?:patients|people|women|men|children|babies|cases) (?:with|who had) [^.;]{{3,90}}? and in (?:{_W}){{0,4}}?(?:neighbou?rs|controls|healthy|siblings|people without|others (?:of|without)|unaffected)\b"),
    ("case_control", 2.8, rf"\b{_N} (?:{_W}){{0,3}}?with (?:{_W}){{1,8}}?and {_N} (?:others )?who (?:had|were|lived|worked|came|shared) [^.;]{{3,90}}?\b(?:but|and) (?:were|was|had|did|remained|stayed|showed) (?:free|not|no\b|never|none|well|healthy|without|spared)"),
    ("cross_sectional", 2.6, r"\bevery (?:second|third|fourth|fifth|tenth|\w+th|other) (?:house(?:hold)?|room|home|dwelling|compound|door|family)\b|\bwith (?:an? )?probability (?:that was )?proportional\b|\b(?:went|going) from (?:door to door|house to house|village to village)\b|\b(?:a|one) (?:survey|snapshot) at (?:one|a single) point in time\b"),
    ("modelling", 2.6, r"\b\d[\d.]* ?(?:%|per ?cent) of (?:the |all |these )?(?:simulations|simulated|runs)\b|\b(?:model|simulation|program) (?:was|were) (?:then )?run\b|\bsimulated (?:epidemics?|outbreaks?|populations?|patients|period)\b|\bon the computer,? (?:they|he|she|the)\b"),
    ("cohort", 1.9, rf"\b(?:data|records|figures|information) (?:from|on|of) {_N} (?:{_W}){{0,2}}?(?:births|deliveries|pregnancies|admissions|operations|newborns|infants)\b|\bin the (?:next|following|subsequent) {_N} (?:years|months)\b"),
    ("cohort", 2.6, r"\b(?:study|survey|project) [^.;,]{0,60}?\b(?:that|which|begun|started|set up) (?:began |started |was (?:begun|started|set up) |has run |had begun )?(?:in|since) (?:19|20)\d\d\b"),
    ("cohort", 3.2, rf"\b(?:looked|went|gone|going) (?:back )?(?:at|over|through|into) (?:the )?(?:case |medical |hospital |old )?(?:files|records|charts|notes|histories) of (?:all |about |some |nearly )?(?:\d{{1,3}},\d{{3}}|[2-9]\d\d) (?:{_W}){{0,3}}?(?:{_WHO})\b"),
    ("cross_sectional", 2.4, r"\b(?:demographic and health|(?:national|household|nutrition|health|malaria indicator) (?:and \w+ )?(?:examination )?|living standards )surveys? (?:of|from|in|done|carried out|for)\b"),
    ("case_series", 2.6, rf"\b(?:looked at|examined|reviewed|studied|dissected|describe[sd]?) (?:the )?(?:autopsies|biopsies|brains|tissues?|tumou?rs|lungs|hearts|livers|placentas|eyes) (?:of|from) {_N}\b"),
    ("case_report", 3.2, r"\b(?:tells?|told|telling|recounts?) the (?:story|case|history) of an? (?:\d|[a-z]+-)"),
    ("single_arm_trial", 2.0, rf"\b(?:gave|given|tried|offered|administered|infused|injected) (?:the|an?|this|their) (?:{_W}){{0,3}}?(?:drug|treatment|vaccine|antibody|compound|cells|therapy|gene) (?:to|in|on|into) {_N} (?:{_W}){{0,3}}?{_WHO}\b(?![^.;]*\b(?:placebo|dummy|others|other half|controls?|another|while|whereas)\b)"),
    ("nonrandomized_trial", 2.6, r"\bcompared (?:villages|hospitals|schools|clinics|districts|towns|wards|households|areas|regions|communities) (?:in which|where|that|with|which) [^.;]{3,60} (?:with|to) (?:villages|hospitals|schools|clinics|districts|towns|wards|households|areas|regions|communities|those|others) (?:in which|where|that|without|which)\b"),
    ("modelling", 2.6, r"\b(?:used|turned to) (?:mathematics|arithmetic) to\b|\baccording to (?:the|their|its|his|her) equations\b"),
    ("in_vitro", 2.8, r"\b(?:worked out|solved|determined|deciphered|unraveled|unravelled) (?:the )?(?:[\w-]+ ){0,3}(?:structure|shape|architecture) of\b"),
    ("in_vitro", 3.2, r"\b(?:took|isolated|drew|obtained|purified|harvested) (?:[\w-]+ ){0,3}(?:cells|lymphocytes|platelets|neutrophils|macrophages|monocytes|neurons) from (?:the )?(?:\w+ )?(?:blood|bone marrow|skin|tumou?rs?|lungs?|tissues?|patients|volunteers|donors)\b"),
    ("meta_analysis", 4.2, r"\bpooled (?:relative risks?|risk ratios?|odds ratios?|hazard ratios?|estimates?|effects?|mean differences?|differences?|prevalence|rates?|incidence|sensitivity)\b"),
    ("qualitative", 3.0, rf"\b(?:talked|spoke|conversed) at (?:great |some )?length\b[^.;]{{0,60}}? (?:with|to) (?:about |some |another )?(?:{_N}|patients|families|mothers|nurses|relatives|doctors)\b"),
    ("nonrandomized_trial", 2.8, r"\b(?:on|in) (?:even|odd)(?:-numbered)? (?:dates|days|weeks|months|years)\b"),
    ("case_control", 3.0, rf"\bfor (?:each|every)(?: one)?(?: of (?:the |these |those )?(?:{_W}){{1,6}})?[^.;]{{0,60}}?\b(?:sought|found|selected|chose|picked|looked for|interviewed|enrolled|recruited|questioned|visited) (?:out )?(?:{_N}|a) (?:{_W}){{0,3}}?of (?:the same|similar) (?:age|sex)\b"),
    ("single_arm_trial", 2.4, r"\b(?:there was|with|had|included) no (?:dummy|sham|placebo|mock|control) (?:treatment|procedure|drug|pill|device|intervention)\b"),
)  # fmt: skip
