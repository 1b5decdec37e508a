"""Sentences that limit what a study shows: the words for it, in three grades."""

from dataclasses import dataclass
from functools import lru_cache

from reader.study import essay_caveats, lay_caveats, told_caveats
from reader.text import sieve as re

_STUDY = r"(?:study|trial|research|work|analysis|survey|findings?|results?|paper|data|report|review|authors?|researchers|they|we|team|it|sample|evidence)"
#: Announces that limitations follow.
ANNOUNCED = re.compile(
    r"\b(?:limitations?|caveats?|weakness(?:es)?|weak (?:points|spots)|blind spots|shortcomings?|drawbacks?|cautions?|cautioned|pitfalls?)\b"
)
#: Says outright that something limits the study.
_OUTRIGHT = re.compile(
    r"^limitations?: |\b(?:limitations? (?:of|is|was|were|to|include)|(?:has|had|have) (?:\w+ ){0,3}(?:limitations|weaknesses|shortcomings|caveats)|(?:study|work|analysis|findings?|results) (?:was|were|is|are) limited (?:by|to)|drawbacks? (?:of|is|was)|caveats?|pitfalls?|"
    r"caution(?:s|ed)? (?:against(?! (?:that|this|such)\b)|that (?=[^.;]{0,90}\b(?:stud(?:y|ies)|trials?|results?|findings|data|research|sample|work|analysis|evidence|may|might|cannot|could|not|only|more|they|association|link|reported by|themselves)\b))|should be (?:interpreted|treated|viewed|taken|read|considered|seen) (?:with (?:\w+ )?caution|cautiously|carefully|as preliminary|preliminary|with care)|"
    r"(?:cannot|can[’']t|could not|couldn[’']t|does not|doesn[’']t|do not|don[’']t|did not|didn[’']t|not able to|unable to|impossible to|difficult to|hard to|no way to) (?:directly |yet |fully |necessarily |definitively |reliably )?(?:prove|establish|determine|rule out|show (?:what|which|who)|say (?:whether|if|how|why|for)|tell (?:whether|if|how|why)|be (?:ruled out|answered|generali[sz]ed|determined|certain|sure|extrapolated|excluded|applied)|demonstrate (?:cause|that)|show (?:that|cause|whether|how|why|what)|account for|conclude|distinguish|draw (?:\w+ )?conclusions|infer|generali[sz]e|compare|interpret|separate|disentangle|remove (?:all )?confound\w*|explain why)|"
    r"(?:does|do|did|would|is|are) (?:not|n[’']t) (?:necessarily )?(?:prove|mean|imply|apply|reflect|representative|designed to)|cause[- ]and[- ]effect|not (?:a )?random sample|not (?:\w+ )?representative|not generali[sz]able|(?:no|not) (?:\w+ )?(?:proof|proven|conclusive|definitive|direct evidence)|"
    r"(?:may|might|could|can) not (?:be )?(?:apply|generali[sz]\w*|applicable|representative|the same|reflect|hold|translate|true (?:for|in)|extend|capture|relevant)|too (?:small|few|short|early|soon) (?:to|for)\b|(?:too|very|relatively|quite|rather|so) (?:small|few|short|limited) (?:\w+ )?(?:study|trial|samples?|numbers?|groups?|follow-?up|events|deaths|cases|patients|participants|people|women|men|children|animals|mice|series|amount)\b|(?:stud(?:y|ies)|trials?|samples?|groups?|numbers?|follow-?up|research|results|experiment|series|they|it|this|that|evidence|periods?|time|weeks|months|years|changes?|differences?|effects?|patients|cases|events) (?:was|is|were|are) (?:also |still |all )?(?:too|very|relatively|quite|rather|still) (?:small|few|short|early|limited)\b|"
    r"(?:sample|study|trial|number of (?:\w+ )?(?:patients|participants|people|cases|events)|group|cohort|numbers?)(?: sizes?)? (?:was|is|were|are) (?:\w+ )?(?:small|limited|low)|small (?:sample|numbers?|size|group size)|"
    r"self-?reports\b|(?:was|were|is|are|being|on|by|from|through|only) (?:all |only |entirely |\w+ )?self-?report(?:ed)?\b|self-?reported (?:data|information|answers|measures|diets?|figures|weights?|questionnaires?)\b|self-?report(?:ed)? [^.;]{0,60}?(?:may|might|could|bias|recall|error|unreliable)|recall bias|selection bias|(?:response|reporting|publication|survivor\w*) bias|\bbias(?:ed|es)?\b|confound(?:ing|ers?|ed)|under-?report(?:ed|ing)|over-?report(?:ed|ing)|(?:study|trial|they|researchers|authors|team|analysis|it|survey|work|results|findings|data|estimates|which|review|we|and|scientists|group) (?:also |only |had )?rel(?:ied|ies|y) (?:only |solely |largely |heavily |entirely |mostly )?on|dropped out(?! of (?:school|college|university|work))|drop-?outs? (?:was|were|may|might|could)|(?:high|many|large) (?:\w+ )?drop-?outs?|missing data (?:may|could|was|were|limit\w*|for)|"
    r"only (?:one|a single) (?:\w+ )?(?:hospital|cent(?:er|re)|site|country|clinic|city|school|dose|time point)|(?:conducted|done|carried out|recruited) (?:at|in|from) (?:just |only )?(?:one|a single) |(?:included|studied|looked at|examined|tested|enrolled|involved|followed) only (?:people|patients|men|women|one|adults|children|mice|rats|white|healthy|young|older|those|a (?:small|few|single|limited|handful))|only (?:included|studied|looked at|examined|tested|enrolled|involved|followed|in (?:mice|animals))|"
    r"(?:short|limited|brief|varied|variable|incomplete) (?:duration of )?follow-?up|follow-?up (?:was|varied|time was|period was|\w+ varied)|duration of follow-?up|(?:results|findings|data) (?:is|are|were|remain) (?:still |only |very )?(?:preliminary|inconclusive|mixed)|preliminary (?:results|findings|data|study)|inconclusive|"
    r"no control group|lack(?:s|ed|ing)? (?:of )?(?:an? )?(?:\w+ )?(?:control|comparison|placebo|randomi[sz]ation|statistical power)|underpowered|association,? not|(?:not|n[’']t|yet to be|never been|has yet) (?:yet )?(?:been )?(?:peer[- ]reviewed|published in a peer|tested in (?:people|humans|patients)|replicated|confirmed|validated)|"
    r"other (?:factors|explanations|variables|causes) (?:may|might|could|cannot|can[’']t)|(?:could|may|might) (?:also |simply |partly |still )?be (?:due to|explained by|the result of) (?:any|things?|something|factors|unmeasured|other|another|some other|differences|chance|bias)|may (?:also )?(?:have (?:resulted in|led to|missed(?! out)|influenced|affected|biased|skewed|under|over))|"
    r"(?:were|was) not (?:included|measured|assessed|tested|recorded|collected|asked|randomly|randomi[sz]ed|blinded|available|able to|designed to|considered|taken into account|accounted for)|did not (?:include|measure|assess|look at|examine|test|record|collect|ask|have (?:data|information|access)|consider|take into account|control for|address|study)|"
    r"(?:may|might|could) (?:have )?differ(?:ed)? (?:\w+ )?(?:from (?:those|people|other|the (?:general|rest|wider)|that|patients|women|men)|in (?:other|ways|many|some|more)|elsewhere|between)|it is (?:also |still )?possible that|(?:could|may|might) have (?:missed(?! out)|been too)|due to (?:any|some other|other) factors?|made up only|(?:is|was|are|were) not an? (?:randomi[sz]ed|controlled|blinded)|as an observational study|"
    r"only (?:about |some )?(?:\d{1,3}|\w{2,9})(?:%| percent| per cent| in (?:\d{1,3}|\w{2,9}))(?: of)? (?:\w+ ){0,4}(?:were|was|are|is) (?:women|men|female|male|white|black|hispanic|asian|african|young|old|over|under|aged?|from|children|followed|tested|available|included|measured|seen|asked|poor|in their|girls|boys|non|smokers)|few (?:of the )?(?:participants|patients|people|volunteers|women|men|children) were|there (?:are|were) only (?:\d{1,3}|\w{3,9})|(?:refused|declined) to take part|"
    r"could not (?:be )?(?:included|reached|traced|measured|blinded)|says? (?:little|nothing) about|tells? us (?:little|nothing)|nothing to compare|nor (?:do|does|could|can|did) (?:the (?:study|researchers|authors|team|trial|analysis|survey|data|model)|it|they (?:look|ask|measure|test|know|have|check|study|include|record|follow)|anyone|we|this)(?! sleep)|indirect (?:comparison|marker|measure|evidence)|(?<!after )(?:only|just) (?:one|a single|two|three) (?:day|week|month|year|time|visit|night)s?(?! (?:makes?|can|is|was|of|improve\w*|reduc\w*|raise\w*|later|after))|most (?:\w+ )?(?:participants|patients|volunteers|people|women|men|children|subjects|families) were (?:white|black|male|female|men|women|european|young|older|healthy|highly|well)|"
    r"(?:was|were) (?:stopped|ended|terminated|halted) (?:early|prematurely)(?! because (?:the |of |it )?(?:\w+ )?(?:benefit|success|worked|was so))|limit(?:s|ed) (?:its|the|their|our|how|what) (?:ability|power|generali|extent|much|\w+ability)|(?:is|are) (?:only )?one (?:mechanism|factor|explanation|part)|(?:was|were|are|is|being) (?:mostly|predominantly|largely|overwhelmingly|nearly all|almost all|all|mainly) (?:white|male|female|men|women|european|young|older)|whereas the control)\b"
)
#: A design that limits, told as what the study is.
_DESIGN = re.compile(
    r"\b(?:(?:this|it|(?:this|the|our|their) (?:\w+ )?(?:study|trial|research|work|analysis|sample|survey|review|group|cohort|experiment)s?) (?:was|is|were|being) (?:only |also |still |just )?(?:an? )?(?:\w+ (?:and|but) )?(?:\w+,? )?(?:small|uncontrolled|un-?blinded|open[- ]label|observational|retrospective|pilot|preliminary|single[- ](?:arm|cent(?:er|re)|site)|cross-sectional|early[- ]stage|case series)\b|"
    r"(?:because|since|as|given that|although) (?:this|it|the|our|their)(?: \w+)? (?:was|is|were) (?:not |only )?(?:an? )?(?:small|observational|open|blinded|randomi[sz]ed|retrospective)|"
    r"(?:observational|uncontrolled|un-?blinded|retrospective|cross-sectional) (?:nature|design)|uncontrolled and|and un-?blinded|small size)"
)
#: Says that something is not known yet: with what it is, and without.
_UNKNOWN = r"(?:unclear|not (?:yet |fully |entirely )?(?:clear|known|understood|certain)|unknown|uncertain|undetermined|to be (?:seen|determined|established|shown)|an open question|unanswered|unresolved|unproven|speculative)"
_OPEN = re.compile(
    rf"\b{_UNKNOWN} (?:whether|if|how (?!(?:the|this|these|it|[a-z]+) (?:\w+ )?(?:works?|acts?|enters?|causes?|does))|what|to what|about|which)\b|\b(?:(?:no one|nobody) (?:yet |really )?knows?(?! (?:exactly |precisely |quite )?(?:why|how|what))|(?:researchers|scientists|authors|team|they|we|doctors|experts|it|study|i) (?:still )?(?:not yet|don[’']t yet|do not yet|don[’']t|do not|does not|doesn[’']t|cannot|can[’']t) (?:yet |really )?know)\b(?! (?:yet )?(?:the )?(?:exact|precise|why|how [\w ]{1, 30} (?:works?|acts?|causes?)))|"
    rf"\bwhether [^.;]{{5,110}}? (?:is|are|remains?) (?:still |as yet |not )?(?:known|{_UNKNOWN})|"
    rf"\bquestions? (?:\w+ ){{0,4}}(?:remain|is whether|are whether)|\bwhat (?:\w+ ){{1,8}}(?:is|are|remains) (?:still )?{_UNKNOWN}|\bno (?:\w+ ){{0,2}}data (?:on|about|are|is)\b"
)
_VAGUE = re.compile(
    rf"\b(?:authors|researchers|they|findings?|results?|observations?|stud(?:y|ies)|team|scientists|these|this|longer|long-term|relevance|safety|we)\b[^.;]{{0,140}}? (?:is|are|remains?) (?:still |as yet |currently |therefore |also |largely )?{_UNKNOWN}\b(?! ?-cut| (?:why|how [\w ]{{1,30}} (?:works?|acts?|causes?)))|\b(?:is|are|remains?) (?:still |as yet |currently |therefore |also |largely )?{_UNKNOWN}\b(?! ?-cut| why| how)[^.;]{{0,80}}\b(?:in (?:people|humans|women|men|children)|last|long-term|longer)\b"
)
#: The same of anything: no limit of the study, but news of one talks so.
_NOT_KNOWN = re.compile(
    rf"\b(?:is|are|was|were|remains?) (?:still |as yet |currently |therefore |also |largely )?{_UNKNOWN}\b"
)
#: Says that the findings wait for more.
_AWAITS = re.compile(
    r"\b(?:(?:more|further|larger|additional|future|longer|bigger|randomi[sz]ed|clinical|follow-up|independent|other|new|confirmatory)(?:,? [\w-]+){0,4} (?:is|are|will be|would be|must be|were) (?:still |also |now |urgently )?(?:needed|required|necessary|warranted) (?:among|in (?:other|people|children|women|men|older|larger)|for (?:people|children|women))\b|(?:more|further|larger|additional|future|longer|bigger|randomi[sz]ed|clinical|follow-up|independent|other|new|confirmatory)(?:,? [\w-]+){0,4} (?:is|are|will be|would be|must be|were) (?:still |also |now |urgently )?(?:needed|required|necessary|warranted) to (?:confirm|verify|replicate|validate|test|establish|prove|determine|understand|see|find out|assess|evaluate|know|show|learn|clarify)|"
    r"(?:more|further|larger|additional|future|longer|bigger|randomi[sz]ed)(?:,? [\w-]+){0,3} (?:studies|trials?|research|work|experiments) (?:will|must|should|would) (?:need to |have to )?(?:assess|determine|establish|confirm|test|show|address|verify|clarify)|"
    r"(?:needs?|needed|have|has|must|remains?|require[sd]?) (?:to )?be (?:confirmed|replicated|validated|verified|repeated|tested (?:in|further)|reproduced)|require[sd]? (?:further )?(?:confirmation|replication|validation)|until (?:\w+ ){0,4}(?:published|confirmed|replicated|completed))\b"
)
_NEVER = re.compile(
    r"\b(?:guidelines?|approved|policy|treatment options|contact your|ask your doctor|founded|donate|limited (?:treatment|options|supply|resources|access)|no cure|funding|uncontrolled (?:asthma|diabetes|hypertension|seizures|epilepsy|growth|cell|blood|bleeding|pain|high)|"
    r"(?:several|some|a few|two|three|four|important|following) (?:caveats|limitations|weaknesses)[.:]?$|despite (?:its|these|their|the) limitations|overcome[s]? (?:\w+ ){0,3}limitations|unlike (?:previous|earlier|other)|until now,? (?:it|this|the|no|nobody|researchers|scientists|how|what|why|whether)|(?:had|has) (?:long |always |until now )*been (?:unclear|unknown|a mystery|anyone|uncertain|thought|assumed)|actual results (?:could|may)|resources are needed|worth exploring|"
    r"implicit bias|racial bias|bias(?:ed)? against|(?:provided|so long as|as long as) (?:that )?(?:no|nobody)|no(?:body|t an?| [a-z]+) (?:was|were) left out)\b"
)


#: Told plainly, without a word for it: who was left out, what could not be seen, how little it was.
_PLAIN = re.compile(
    r"\b(?:(?:made up|accounted for) (?:only|just|fewer than|less than)|(?:only|just|fewer than|barely) (?:one in (?:\w+)|a (?:quarter|third|fifth|tenth|few|handful)|(?:[\d.]+|\w+)(?: ?%| per ?cent| percent)?) (?:of )?(?:(?:the|our|all|those) )?(?:[\w-]+ )?(?:patients|participants|people|volunteers|subjects|women|men|children|respondents|them|us|ours) (?:was|were|had|took|came|completed|used|answered|stayed)|"
    r"(?:there|they|we) (?:are|were|had) only (?:\d+|\w+) (?:of (?:them|us)|patients|participants|people|volunteers|women|men|children|animals|mice|cases|events)|"
    r"few (?:of the )?(?:participants|patients|people|volunteers|women|men|children|respondents|them) (?:were|had|was|came|belonged)|(?:(?:the )?(?:great |vast |large )?majority of|most|nearly all|almost all|all)(?: of)?(?: the)? (?:participants|patients|volunteers|respondents|people studied|subjects|the women|the men) (?:were|was|came|lived|had)(?: \w+)? (?:white|black|asian|male|female|men|women|young|older|healthy|educated|from|in|well)|"
    r"(?:declined|refused|did not want|chose not) to (?:take part|join|participate|answer)|response rate (?:was|of)|lost to follow-?up|(?:keener|likelier|less likely|more likely|quicker|more willing) to (?:reply|answer|take part|respond|join|volunteer|sign up)|"
    r"(?:could|can) not be (?:included|traced|reached|found|measured|blinded|masked|hidden|concealed|checked|verified|followed|tested|replicated|told apart|separated)|(?:were|was) (?:unavailable|not available|incomplete|missing|patchy|not always|(?:seldom|rarely) (?:recorded|measured|reported|asked|noted|tested)|lost to follow)|"
    r"(?:tells?|says?|told|said|reveals?) (?:us )?(?:nothing|little|not much|very little) (?:about|on|of)|(?:is|are|was) (?:not|hardly|no) (?:a )?(?:lifetime|long time|people|humans|patients|a cure|proof)|"
    r"(?:may|might|could) (?:also |well |simply )?(?:have )?(?:missed(?! out)|differed?(?! from place| in)|distorted|skewed|exaggerated|overlooked|underestimated|overestimated|been (?:too|due|missed|different|caused|influenced|healthier|sicker|by chance))|too (?:few|little|short|rare|small|brief) (?:to|for|a|an|of|data|time|is known)\b|too few [a-z]|so few (?:\w+ )?(?:people|patients|cases|events|deaths|women|men|children|animals|studies|trials|participants|were|had|took)\b|"
    r"(?:shows?|records?|measures?|captures?|reflects?|tells?) (?:us )?(?:what|who|how|where|only) [^.;]{3,80} (?:rather than|not) (?:what|who|how|whether)|which came first|(?:what|which) causes? (?:what|which)|"
    r"(?:(?:from|on|in|at|by|with) (?:just|only) a single|(?:measured|tested|taken|diagnosed|based|recorded|weighed|asked|seen) (?:\w+ ){0,3}(?:from|on|in|at|with|by) (?:only |just )?a single) (?:\w+ )?(?:test|measurement|visit|night|day|site|scan|sample|reading|season|time|year|blood|questionnaire|centre|center|hospital|city|school)|(?:no one|nobody) (?:was|were) (?:\w+ )?(?:asked|told|followed|tested|blinded|checked|weighed|examined|over|under|younger|older)|(?:no|not a) way (?:of|to) (?:hid|blind|know|tell|mask|disguis)\w*|"
    r"could not (?:help|avoid|be fooled)|nor could|nor (?:do|does|can) (?:the|it|we|they|this)|knew (?:which|what|who|whether)|(?:often|usually|may|might|tends? to|can) (?:\w+ )?(?:fades?|goes? away|improves?|clears?|gets? better|recovers?|heals?|disappears?|settles?) (?:by (?:itself|themselves)|on (?:its|their) own|anyway|without treatment)|"
    r"nothing to compare|indirect comparison|(?:long|far) way from|(?:mice|mouse|rats?|animals?|monkeys?|pigs?|fish|flies|worms|cells?|dogs?|dish(?:es)?|models?|machines?|computers?|robots?|volunteers|students) (?:does|do|did) not (?:live|climb|behave|get|suffer|speak|drive|have|eat) [^.;]{2,60}|differ(?:s|ently)? from (?:ours|people|humans|that)|none of (?:ours|them|the) (?:\w+ )?(?:had|was|were)|"
    r"(?:times|far|much) (?:higher|larger|stronger|more) than (?:\w+ ){1,8}(?:would|could|ever|people|patients)|none of the (?:\w+ ){1,4}that|during the pandemic|by telephone|were not (?:standardi[sz]ed|randomi[sz]ed|blinded)|we only (?:looked|had|studied|tested|followed|measured)|only (?:young|healthy|male|female|older)|"
    r"stopped early(?! because (?:the |of |it )?(?:\w+ )?(?:benefit|success|worked|was so))|smaller than (?:planned|hoped|intended)|fell short|never (?:tested|measured|recorded|asked)|not (?:taken|built|made) (?:into|from)|(?:we|they|researchers|authors) (?:do not|don[’']t|cannot|can[’']t|could not|couldn[’']t) (?:yet )?(?:know|say|tell|explain|be (?:sure|certain))(?! (?:yet )?(?:the )?(?:exact|precise|why|how [\w ]{1,30} (?:works?|acts?|causes?)))|"
    r"not (?:be )?(?:typical|representative|the whole(?! story))|(?:on|people[’']s|patients[’']|their|faulty|fallible) memor(?:y|ies)|remember(?:ed|ing)? (?:what|how|wrongly|correctly)|hard to (?:know|tell|say|separate|be sure)|yet to be (?:tested|tried|shown)|remains? (?:to be )?(?:seen|an open question|unknown|unclear))\b"
)

_PLAINER = re.compile(
    r"\b(?:(?:did not|didn[’']t) (?:\w+ )?(?:follow|track|check|cover|reach|weigh|capture|distinguish|compare|adjust)\b|(?:cannot|can[’']t|could not|couldn[’']t) (?:\w+ )?(?:show|say|prove|exclude|explain)\b|(?:we|they|researchers|authors|scientists|study|team|trial|data|results|survey|it|analysis) (?:cannot|can[’']t|could not|couldn[’']t) (?:\w+ )?(?:tell|know|see)\b|takes? no account of|"
    r"(?:had|have|has|with|there (?:is|was|were)) no (?:\w+ )?(?:information|data|details|records?|figures|measure\w*|long-term \w+) (?:on|about|of|for)|(?:one|another|an?|the) (?:\w+ )?(?:weakness|limitation|drawback|snag|shortcoming|catch)(?: of (?:the|this|their|our) \w+)? (?:is|was|lies)\b|(?:one|another|a further) (?:\w+ )?(?:gap|problem|worry|concern)(?: (?:of|with) (?:the|this|their|our) \w+)? (?:is|was|lies)\b|"
    r"(?:fewer|less) than (?:half|a (?:third|quarter|fifth|tenth)) of (?:those|the people|the patients|them|participants|patients)|(?:lasted|ran|went on|followed|watched|tracked|took place)(?: \w+)? (?:for |over )?(?:just|only|no more than|barely)\b|"
    r"(?:mice|rats|pigs|animals|cells|fish|dishes|monkeys|flies|worms|rabbits|dogs)(?:,| and) not (?:in )?(?:people|humans|patients|whole|living|women|men)|(?:paid for|funded|sponsored|supported|provided) by the (?:\w+ )?(?:maker|manufacturer|company|firm|producer|industry|drugmaker)|"
    r"(?:(?:be|is|was|seems?|still) premature|premature to|early days|pinch of salt|jury is (?:still )?out|hypothesis[- ]generating|exploratory|post[- ]hoc|not powered|underpowered|chance finding|residual confounding|healthy[- ](?:user|worker|volunteer)|self-selected|imprecise|crude|proxy|over-?simplif\w+|simplification|chance finding)\b|"
    r"(?:models?|analys[ei]s|calculations?|simulations?|estimates?|figures|study|projections?|results|it|that|rests? on|based on|depends? on)[^.;]{0,30} (?:assum(?:es|ed?|ptions?)|leaves? out|left out|ignore[sd]?|disregard\w*) [^.;]{0,60}|(?:may|might) not (?:be |have )?(?:\w+ )?(?:hold|apply|fit|last|carry over|transfer|translate|typical|be true|be so)|in real life|outside (?:the|a) (?:lab|laboratory|clinic|trial)|from (?:just |only )?one (?:hospital|cent(?:re|er)|clinic|city|country|region|town|school|site|practice|laboratory|lab)\b|"
    r"(?:people|those|patients|volunteers|families) who (?:sign(?:ed)? up|volunteer(?:ed)?|answer(?:ed)?|repl(?:y|ied)|agree[d]?|took part|join(?:ed)?|stayed) (?:\w+ ){0,4}(?:may|might|tend|were|are|could)|(?:are|were|is|was) (?:probably |likely |perhaps )?not (?:typical|comparable|matched|balanced|independent|long enough|large enough|big enough)|"
    r"(?:is|are|remains?) (?:still )?(?:another matter|guesswork|a guess|anyone[’']s guess|far from (?:clear|certain|proven)|an open question)|whether [^.;]{3,90} (?:is|are|remains?) (?:\w+ )?(?:unclear|unknown|uncertain|open|not (?:yet )?(?:known|clear))|with (?:great |some |due |a degree of )?caution\b|(?:interpret|treat|read|view|tak|handl)\w+ (?:\w+ )?with (?:\w+ )?care\b)"
)

#: Headings above what limits a study.
HEADING = re.compile(
    r"\b(?:limit(?:s|ations?)|drawbacks?|caveats?|weakness(?:es)?|shortcomings?|cautions?|cautious|bear in mind|keep in mind|be aware|pitfalls|downsides?|provisos?|how (?:reliable|sure|certain|strong)|(?:does|doesn[’']t|did|can|can[’']t|cannot) (?:n[’']t |not )?(?:it |this |the study |they )?(?:tell|show|say|know|prove)|still (?:do not|don[’']t) know|(?:not|un)known|to remember|small print|reservations?|unanswered|a note of|before you|health warning|some doubts?|what (?:is|are) missing)\b"
)


_GRADES = (
    (1.2, _OUTRIGHT),
    (1.1, _DESIGN),
    (1.1, _OPEN),
    (1.2, _AWAITS),
    (1.1, _PLAIN),
    (1.0, _PLAINER),
    *((1.0, pattern) for pattern in told_caveats.PATTERNS),
    *((1.0, pattern) for pattern in essay_caveats.PATTERNS),
    *((0.9, pattern) for pattern in lay_caveats.PATTERNS),
    (0.7, _VAGUE),
)
#: What was done about a bias is no weakness.
_HANDLED = re.compile(
    r"\b(?:to (?:rule out|avoid|reduce|control|minimi[sz]e|prevent) (?:\w+ ){0,3}(?:bias|confound\w*)|(?:adjust|account|control)(?:ed|ing)? for (?:\w+ ){0,6}confound\w*|free (?:of|from) bias|neither [^.;]{3,90} nor [^.;]{3,90} (?:knew|was aware|were aware)|(?:nobody|no one) knew)\b"
)


#: The weakness of studies before this one.
_EARLIER = re.compile(
    r"\b(?:previous|earlier|prior|past|older|most other|other recent) (?:\w+ )?(?:studies|research|work|trials|surveys)\b"
)
_ONLY_ANNOUNCES = re.compile(
    r"^(?:[^.,;:]{0,60} )?(?:note[sd]?|list(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?|has|had|have|are|were|mention(?:s|ed)?) (?:\w+ ){0,2}(?:limitations|caveats|weaknesses|shortcomings|drawbacks|cautions)(?: (?:to|of|in|with) (?:this|the|their|its) (?:\w+ ){0,2}\w+)?[.:]?$"
)


def only_announces(low: str) -> bool:
    """Whether a sentence says that there are limitations, and not which."""
    return _ONLY_ANNOUNCES.match(low) is not None or essay_caveats.announces(low)


def hedges(low: str) -> bool:
    """Whether a sentence limits the study, or says that something is not known."""
    return grade(low) is not None or _NOT_KNOWN.search(low) is not None


@dataclass(frozen=True, slots=True)
class Grade:
    """How outright a sentence limits the study, with the place of its cue in the sentence."""

    weight: float
    start: int
    end: int
    design: bool = False


_ALL_GRADES = re.Family(_GRADES)


def is_saying(low: str) -> bool:
    """Whether it says what findings of such a kind are worth, whosever they are."""
    return told_caveats.SAYING.search(low) is not None


#: Sentences of an article that are asked about more than once.
@lru_cache(maxsize=128)
def grade(low: str) -> Grade | None:
    """The strongest grade of a sentence in lower case."""
    if _NEVER.search(low) or (_EARLIER.search(low) and not ANNOUNCED.search(low)):
        return None
    handled = _HANDLED.search(low)
    for weight, pattern in _ALL_GRADES.within(low):
        match = pattern.search(low)
        if match and not (handled and pattern in {_OUTRIGHT, _PLAIN}):
            return Grade(weight, match.start(), match.end(), pattern is _DESIGN)
    return None
