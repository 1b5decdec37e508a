"""Caveats as news tells them most: what was not known, not seen, not compared, and to whom it applies.

`caveats` holds the words for a limitation, `lay_caveats` the sayings; here stand whole turns of phrase
that need the study, its people or its data beside them, so that the same verbs of a virus do not count.
"""

from reader.text import sieve as re

_STUDY = r"(?:study|studies|trials?|research|work|analys[ei]s|survey|findings?|results?|data|experiments?|figures|estimates?|review|samples?|records|conclusions?)"
_MAKERS = r"(?:researchers?|investigators?|authors?|scientists?|team|they|we|study|trial|survey|analysis|group|colleagues)"
_WHO = r"(?:patients|participants|people|volunteers|women|men|children|parents|mothers|respondents|families|households|pupils|subjects|those|babies|infants|adults|individuals)"
_SAYS = r"(?:point(?:s|ed)? out|note[sd]?|stress(?:es|ed)?|caution(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?|concede[sd]?|emphasi[sz]e[sd]?|warn(?:s|ed)?|mention(?:s|ed)?|add(?:s|ed)?)"
_NOT = r"(?:n[’']t| not|not)"
#: How few there were, and what chance may have done.
FEW = re.compile(
    rf"\bnumbers? of [^.;,]{{2,50}}? (?:was|were|is|are) (?:\w+ )?(?:low|small|limited|modest)\b|"
    rf"\b(?:little|low|limited|not enough|insufficient|lacked|lacks|without|lack of|not have the|not have enough) (?:the |statistical )*power (?:to|for)\b|\bconfidence in [^.;]{{3,40}} (?:is|was) (?:limited|low)\b|\bso (?:small|few|low|short|rare|brief) that (?:no|any|they|we)\b|"
    rf"\bno (?:firm|definite|clear|strong|sound|reliable|final|definitive) (?:conclusions?|answers?|statements?|inferences?|advice)\b|\b(?:number|group|sample|study|trial|series) (?:of \w+ )?(?:is|was) (?:\w+ )?(?:modest|limited|small)\b|"
    rf"\b(?:follow-up|{_STUDY}|(?:follow-up|study|observation) (?:period|time)|time of follow-up)\b(?:, [^.;,]{{3,30}},)? (?:was|were|is) (?:relatively |rather |quite |too |fairly |very |comparatively )?(?:brief|short)\b|"
    rf"\b(?:stopped|ended|halted|closed|broken off|cut short) (?:early|before|prematurely|ahead)\b(?! because (?:the |of )?(?:\w+ )?(?:benefit|success|worked|so clear))[^.;]{{0,40}}\b(?:recruit|enrol|planned|end|finish|complet|money|fund|pandemic|so the|which|and so|few)\w*"
)
#: What chance may have done; a difference told with its shares is a result.
CHANCE = re.compile(
    r"^(?![^;]*\d ?(?:%|per ?cent))[^;]*?\b(?:could|may|might) (?:\w+ )?(?:be|have been|have arisen|have come about|have happened|be down|have occurred)(?: \w+)?(?: to| by| from)? chance\b"
)
#: What such a design cannot tell.
DESIGN = re.compile(
    rf"\b(?:type|kind|sort) of (?:study|research|design|work|analysis|trial) (?:can(?:not)?|could|is|does|only|has)\b|\b(?:can|could) only (?:show|reveal|suggest|point to|hint at|demonstrate|find|establish) (?:an? |that )?(?:\w+ )?(?:association|link|correlation|connection|relationship|hint|two)|"
    rf"\b(?:no|without an?) (?:comparison|control|untreated|comparator|parallel|placebo) group\b|\bneither [^.;]{{3,60}} n?or [^.;]{{3,60}}? (?:was|were) (?:blind|mask)ed\b|\b(?:tested|compared|measured|weighed|pitted) (?:only )?(?:against|with) [^.;]{{3,50}}? (?:rather than|and not|instead of) (?:against|with)\b|"
    rf"\b(?:not|rather than) (?:the )?(?:researchers|chance|investigators|scientists),? (?:who )?(?:decid|ch[oa]|pick|settl)\w+|\b(?:design|data|study|trial|methods?|results|numbers|figures|survey|approach|sample|findings)\b[^.;]{{0,40}}? (?:does|did|do|could|can|would){_NOT} (?:allow|permit|let|enable|make it)\b|"
    rf"\bcauses? (?:of [^.;,]{{2,40}} )?or (?:its|their|the|an?) (?:consequence|result|effect|symptom)s?\b|\b(?:consequence|result|effect) (?:or|rather than) (?:an? |the )?causes?\b|\bor (?:the other way (?:a)?round|vice versa)\b|\bwhich (?:comes|came) first\b|"
    rf"\b(?:animal|mouse|rodent|laboratory|lab|early|small|such|pilot) (?:studies|experiments|trials|work|models?|findings|results) (?:often|frequently|sometimes|do not always|don[’']t always|may not|seldom|rarely|can) (?:fail|translate|predict|hold|disappoint|turn out|carry over|mirror|mislead)|"
    rf"\b(?:so far|to date|as yet)[ ,]{{1,2}}(?:has |have )?(?:only |just )?(?:been )?(?:only |just )?(?:been )?(?:done|tested|tried|shown|seen|studied|carried out|demonstrated|worked) (?:only |just )?(?:in|on) (?:the lab\w*|animals|mice|rats|cells|an? (?:dish|lab\w*)|monkeys|test tubes|healthy|isolated)|"
    rf"\b(?:is|are|was|were) unlike (?:our own|ours|those (?:of|in) (?:people|humans)|people|humans)\b|\b(?:was|were) (?:only )?(?:done|carried out|performed|tested|conducted|made|seen) (?:only )?in (?:mice|rats|animals|monkeys|cells|pigs|zebrafish|flies|worms), (?:whose|which|not|and)\b|"
    rf"{_NOT} (?:yet )?been (?:peer.)?(?:reviewed|checked|vetted|assessed|scrutini[sz]ed) (?:by|in)\b|\bmakes? (?:\w+ )?assumptions\b|\b(?:un|not )(?:measured|recorded|known) (?:factors?|differences?|variables?)\b|"
    rf"\bit (?:remains|is)(?: also| still| quite| entirely| just)? (?:possible|conceivable) that\b[^.;]{{0,120}}\b(?:explain\w*|differ\w*|other|chance|unmeasured|were|was|had)\b|\b(?:may|might|could) be (?:other|further|some other|another|different) (?:\w+ )?(?:explanations?|reasons?|differences|factors?|causes?)\b"
)
#: What was not known of those studied, and who left.
DATA = re.compile(
    rf"\b(?:had|have|has|kept|with) no (?:\w+ )?(?:records?|information|data|details|way|means|measure|measurements?|figures|access) (?:of|on|about|to|for)\b|"
    rf"\b{_MAKERS} (?:also )?(?:did{_NOT}|could{_NOT}|were not able to|was not able to|were unable to|was unable to) (?:\w+ )?(?:know|see|ask|measure|examine|record|include|verify|confirm|determine|test|adjust|assess|look at|look into|obtain|consider|separate|exclude|rule out|take (?:into )?account|control)\b|"
    rf"\b(?:could|can){_NOT} (?:\w+ )?(?:take (?:into )?account|allow for|control for|be (?:contacted|traced|located|interviewed|checked|verified|confirmed|ruled out))\b|"
    rf"\b(?:could|were able to|was able to) (?:\w+ )?only (?:follow|trace|include|look|reach|examine|test)\b|"
    rf"\bcould (?:follow|trace|reach|include|test|examine|see) only\b|"
    rf"\b(?:notoriously|often|sometimes|not always|known to be|not (?:very|entirely|wholly|fully|always)) (?:\w+ )?(?:inaccurate|unreliable|incomplete|imprecise|inexact|patchy|accurate|reliable|complete)\b|"
    rf"\b(?:data|information|records|results|measurements|details|readings|answers) (?:on|about|of|for|from) [^.;]{{2,50}}? (?:was|were|is|are) (?:missing|lacking|unavailable|incomplete|not available|patchy|scarce|limited)\b|"
    rf"\bfrom (?:a time|the days|an era|years) (?:before|when)\b|"
    rf"\bat (?:a|one) single (?:point|moment|time)\b|"
    rf"\b(?:only once|once only|just once|only one time)\b|"
    rf"\b(?:looked at|tested|studied|examined|used|covered|measured) (?:only|just) (?:one|two|a single|a few|three)\b|"
    rf"\b(?:less|more) (?:inclined|willing|apt) to (?:take part|volunteer|answer|respond|join|agree|reply|report)\b|"
    rf"\b(?:was|were) not confirmed (?:by|in|with)\b|"
    rf"\bof (?:poor|low|mixed|variable|varying|uneven|doubtful|modest) quality\b|"
    rf"\b(?:poor|low|variable|uneven) quality of (?:the |these )?(?:studies|evidence|data|trials|records)\b|"
    rf"\b(?:studies|trials) [^.;]{{0,30}}?(?:differed|varied) (?:widely|greatly|a lot|considerably|so much|in how|in their|too much)\b"
)
#: What those studied may have done, or been, to begin with.
MAYBE = re.compile(
    rf"\b(?:{_WHO}|they|who|which|these|some) (?:may|might|could) (?:also |well |therefore |simply |in fact )?(?:have )?(?:changed (?:their|what|how)|behaved|under-?reported|over-?reported|forgotten|misremember\w*|misjudged?|not (?:be like|remember|recall|have told|have answered)|be unlike)\b|"
    rf"\b{_WHO} (?:[^.;]{{2,60}} )?(?:may|might|could) (?:\w+ )?(?:have been|be|have had) (?:already |the |in )?(?:more|less|better|worse|healthier|sicker|keener|fitter|sickest|healthiest|different|unlike)\b[^.;]{{0,80}}\b(?:than|to begin with|anyway|already|to start with|from|general)\b|"
    rf"\b(?:these|they|those|and these) (?:may|might|could) (?:well )?(?:have been|be) the \w+est\b"
)
#: Who left before the end.
LEFT = re.compile(
    rf"\b(?:third|quarter|half|fifth|tenth|sixth|percent|per cent|%|many|some|several|most)(?: of)?(?: the)? {_WHO} (?:left|dropped out|quit|withdrew|gave up|stopped coming|were lost|had left|could not be|did not (?:finish|complete|return|come back))\b"
)
#: To whom it applies, and what must not be made of it.
REACH = re.compile(
    rf"\b{_STUDY}\b[^.;]{{0,60}}? (?:should|must|can|need|ought|do|does|did){_NOT} (?:\w+ )?(?:to )?(?:be )?(?:taken|read|seen|regarded|viewed|interpreted|understood) (?:as|to)\b|\bnot (?:be )?(?:taken|seen|read) as (?:proof|evidence|advice|a reason)\b|"
    rf"\b(?:appl(?:y|ies)|relates?|holds?|valid) only (?:to|for|in)\b|\bonly appl(?:y|ies) to\b|\b{_SAYS} that (?:their|this|the|our|its|these) (?:\w+ )?{_STUDY} (?:was|were|is|are) (?:based|limited|done|carried out|restricted|confined|conducted|drawn|of)\b|"
    rf"\b{_SAYS} that (?:their|this|the|our|its|these) (?:\w+ )?{_STUDY} (?:only|did not|does not|do not|focus\w+|looked|included|involved|appl(?:y|ies)|come|comes|came|had|has|have|relates?|concerns?|covers?)\b|"
    rf"\b(?:come|comes|came|drawn|recruited|taken|enrolled|collected|gathered) from (?:an? single|one|just one|only one|just two|only two|the same|specialist|specialized|specialised) (?:\w+ )?(?:hospitals?|cent\w+|clinics?|cit(?:y|ies)|regions?|areas?|schools?|practices?|country|countries|villages?|sites?|towns?)\b|"
    rf"\b(?:might|may|could) (?:well )?be (?:quite |very )?different (?:elsewhere|in other|for other|in (?:people|patients|women|men|children|countries)|among)\b|\b(?:all|most|nearly all|almost all|many)(?: of)?(?: the)? (?:{_WHO}|samples|families) (?:were|was|came|had) [^.;]{{2,70}}, (?:who|which|so|and so|and these|and they|and it)\b[^.;]{{0,30}}\b(?:may|might|could|tend|is unclear|cannot)\b"
)
#: What was never tried, and what becomes of such findings in people.
_ANIMALS = r"(?:mice|rats|animals|rodents|monkeys|pigs|flies|worms|zebrafish|cells|the lab\w*|a (?:lab\w* )?dish|test tubes?)"
_PEOPLE = r"(?:people|humans?|patients|man|us|the clinic)"
SAYING = re.compile(
    rf"\b(?:works?|worked|happens?|holds?|seen|shown|true|cures?|helps?|drugs?|treatments?|compounds?|findings|results|effects?|discoveries|studies|research)\b[^.;]{{0,30}} (?:in|on) {_ANIMALS}\b[^.;]{{0,40}}\b(?:not|n[’']t|never|fail\w*|often|seldom|rarely|may|might|always|usually|sometimes|differ\w*)\b[^.;]{{0,40}}\b(?:people|humans|patients|man|us|the clinic|work out|fail|carry over|translate|hold up|pan out)\b|"
    rf"\b{_ANIMALS} (?:are|is) not (?:small |little |tiny )?{_PEOPLE}\b"
)
TRIED = re.compile(
    rf"\b(?:reported|counted|recorded|rated|filled in|measured|noted|judged|assessed|described|scored)\b[^.;]{{0,40}}\bthemselves\b|\btoo few (?:[\w’'-]+ ){{1,6}}(?:for|to)\b|"
    rf"\b(?:were|was|are) still (?:new to|learning|getting used to)\b|\b{_WHO}\b[^.;]{{0,60}} could(?: not|n[’']t) (?:join|take part|be reached)\b|"
    rf"\bmost (?:of them |of the \w+ )?were (?:of \w+ (?:descent|origin|ancestry)|white|well[ -]off|well[ -]educated|graduates|from (?:one|the same|wealthy|affluent))|"
    rf"^(?:(?:the|its|their) )?(?:authors|researchers|team|investigators|scientists|they) (?:also )?(?:acknowledge|concede|admit|caution)(?:s|d|ed|ted)? that\b|"
    rf"\b(?:has|have|had|is|was|were|are)(?: not|n[’']t| never| yet to)(?: yet| ever)?(?: been| be)? (?:tried|tested|studied|used|examined|evaluated|checked|assessed|given|shown to work) (?:in|on|with|among|outside|against|beyond|over|for longer)\b|"
    rf"\b(?:have|has|had)(?: not|n[’']t)(?: yet| actually)? (?:proved|proven|shown|tested|demonstrated|established|measured|looked|tried|checked)\b|"
    rf"\b(?:had|has|have|with|was|were) no (?:\w+ )?(?:group|arm|comparison|controls?|placebo|dummy \w+) (?:that|of|who|to|which|without|against|given)\b|"
    rf"\b(?:have|has) (?:also |since |all )*(?:changed|improved|become|moved on|got better)\b[^.;]{{0,60}}\bsince\b|"
    rf"\b{_WHO}\b[^.;]{{0,60}} (?:was|were)(?: not|n[’']t) (?:studied|represented|invited|asked|covered|part of)\b|\b(?:was|were|been) left out\b|"
    rf"(?<!researchers )(?<!scientists )(?<!doctors )\b(?:knew|know|see|feel|tell|told) (?:which|what|whether|who)\b[^.;]{{2,60}}\b(?:may|might|could)\b|"
    rf"\b(?:measured|taken|drawn|asked|sampled|tested|done|looked at|recorded|tried|scanned)(?: \w+)? (?:a single time|one time only|one time|once only|just once|only once|only the once|on a single (?:day|occasion)|on one (?:day|occasion))\b|"
    rf"\b(?:come|comes|came|were|was|drawn|taken|recruited) (?:all )?from (?:a single|just one|only one|one) (?:\w+ )?(?:donor|laborator\w+|lab|village|town|island|company|family|firm|state|batch|source|school|surgeon|team|litter|strain)\b|"
    rf"\b(?:it[’']s|this is|that is|it is|it was|there was|there is) (?:just |only )?(?:one|a single) (?:man|woman|patient|case|person|child|family|hospital|study|experiment|trial|lab|donor|country)\b|"
    rf"\b(?:took|taken|take) it for granted\b|\b(?:model|calculations?|estimates?|simulations?) (?:knows?|say|says?|takes?|took|leaves?|left) (?:nothing|no account|out|little)\b|\b(?:the model|models|we|calculations?|estimates?|simulations?) (?:also |all )?assume[sd]?\b|"
    rf"\b(?:searched|looked) (?:only )?for (?:only )?(?:papers|studies|trials|articles) (?:only )?in (?:English|english)\b|\blooked only (?:for|at)\b|\bpaid for,? or\b[^.;]{{0,30}}\b(?:studies|trials)\b|"
    rf"\b(?:results|studies|findings|trials) (?:differed|varied|disagreed) (?:a (?:good deal|lot)|widely|greatly|much|considerably|between|from)\b|"
    rf"\b(?:people|patients|those|men|women|mothers|families|parents) who\b[^.;]{{3,50}} (?:tend(?:ed)? to|are (?:often|usually|more)|may (?:well |also |have )|might |could )(?!need|want|benefit|help|be able|find|take)[^.;]{{3,}}|"
    rf"\b(?:get over|recover|heal|grow|age|respond|behave|develop|metaboli[sz]e)\b[^.;]{{2,40}} (?:faster|slower|differently|quicker|unlike|otherwise)\b[^.;]{{0,30}}\b(?:than (?:\w+ )?(?:people|humans|children|patients|women|men)|from (?:people|humans|ours))\b|"
    rf"\b(?:mice|rats|animals|monkeys|pigs)\b[^.;]{{0,60}} (?:is|are|get|have|do|does|live|lack)\b[^.;]{{0,40}}\b(?:not|unlike|rather than|whereas)\b[^.;]{{0,40}}\b(?:people|humans|patients|us)\b|"
    rf"\b(?:comparison|comparator|control|placebo|standard)\b[^.;]{{0,60}}\b(?:out of date|outdated|no longer (?:used|standard|the standard|recommended)|not what (?:most|many))\b|"
    rf"\b(?:does|do|did|can|could)(?: not|n[’']t)(?: yet)? (?:tell|show|prove to|inform) (?:us|doctors|anyone|people|parents|patients|scientists|which|what|when)\b|"
    rf"\b{_ANIMALS} (?:was|were|had been|got) (?:all )?(?:treated|given|injected|vaccinated|fed|dosed|young|healthy|male|female)\b[^.;]{{0,60}}\b(?:before|rather than|whereas|while|only|not|so)\b"
)
PATTERNS = (FEW, CHANCE, DESIGN, DATA, MAYBE, LEFT, REACH, TRIED, SAYING)
