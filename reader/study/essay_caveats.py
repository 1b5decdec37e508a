"""Caveats as the synopses of journals tell them, in long sentences without a word for it.

A synopsis is an essay on one study: "Nor is it clear that the results will hold elsewhere", "contact
rates were borrowed from surveys in cities", "no more can be said". It also praises, sums up and
announces in the same breath; what does that is no caveat.
"""

from reader.text import sieve as re

_MIGHT = r"(?:may|might|could|would)"
_FINDINGS = r"(?:results?|findings?|conclusions?|figures?|effects?|pattern|same|numbers?)"
#: What the study leaves open, turned about: "Neither can the trial show", "nothing can be said".
OPEN = re.compile(
    r"\b(?:nothing|little|no more|not much) (?:more )?(?:can|could|should) (?:\w+ )?be (?:said|concluded|inferred|learned|learnt|made|read into)\b|"
    r"\b(?:numbers?|samples?|groups?|trials?|studies) (?:as|so) (?:small|few|low|short|brief)(?: as)?\b|"
    r"\b(?:is|be|seems?) (?:unwise|rash|wrong|a mistake|foolish|hasty|imprudent|naive) to (?:make|read|conclude|assume|infer|draw|see|take|generali[sz]e|put)\b|"
    r"\b(?:nor|neither|not) is it (?:\w+ )?(?:clear|certain|known|obvious|possible|settled)\b|\bnor (?:does|do|can|could|did) (?:an? |any |such |mere )(?:\w+ )?(?:correlation|association|link|survey|comparison|model|study|trial|design)\b|"
    r"\bneither (?:can|could|does|do|did|is|was) (?:the|this|these|it|they|such)\b|"
    rf"\b(?:the|these|this|its|their) (?:\w+ )?{_FINDINGS} (?:will|would|may|might|also|can) (?:\w+ )?(?:hold|be the same|be true|apply|be found|be repeated|be seen) (?:elsewhere|in other|outside|beyond|for other|among other)\b|"
    r"\bquite possible that (?:in|among|for|elsewhere|outside|with) (?:other|elsewhere|the)\b"
)
#: Who was not there, what was guessed, and what was counted in its place.
MISSING = re.compile(
    r"\b(?:hardly|barely|scarcely|poorly|thinly|sparsely|under-?|not well|little) ?represented\b|\b(?:absent|missing) from the (?:study|trial|sample|survey|data|analysis)\b|\bnot (?:admitted|invited|eligible) (?:to|for) (?:it|the (?:study|trial|survey))\b|"
    r"\b(?:was|were|are|been) (?:borrowed|guessed|extrapolated|pieced together|inferred|guessed at) from\b|\bhad to be (?:reckoned|guessed|estimated|inferred|taken|judged|borrowed|pieced together|reconstructed|derived|assumed)\b|"
    r"\bno (?:allowance|correction|adjustment|provision) (?:was|were|is|could be|has been|had been) made\b|\b(?:was|were) assumed to\b|\btook (?:it )?for granted\b|\btakes? (?:it )?for granted\b|"
    r"\bmay have (?:over|under|mis)(?:stated|counted|judged|reported|estimated|diagnosed)\b|\bmay have been (?:many|more|some|others|other) (?:[\w’'-]+ ){1,8}(?:never|not|missed|unnoticed|unreported|unknown)\b|"
    r"\bcounted [a-z]+ rather than [a-z]+\b|\b(?:could|can) not (?:always |easily |often )?be (?:told|distinguished|separated|combined|pooled|compared|untangled)\b|\bno (?:trial|study|survey|one|author)s? (?:had |has |have )?(?:looked|measured|reported|tested|compared|addressed)\b|"
    r"(?<!who )\b(?:did|do) not (?:take part|come forward|join in)\b|\bnothing (?:is|was|were) (?:\w+ )?known (?:of|about)\b|\bonly [^.;,]{2,50} could be (?:traced|found|followed|reached|examined|interviewed|included)\b|\b(?:it|there) (?:also |still )?remains (?:also |still )?(?:the possibility|possible|conceivable)\b|\b(?:may|might|could|would) (?:well )?(?:have )?(?:flatter(?:ed)?|favou?r(?:ed)?) (?:the|its|their|those)\b|"
    r"\b(?:could|can) not be (?:found|traced|located|reached) ?(?:again)?\b|\b(?:nobody|no one|none) (?:was|were|had been) (?:followed|seen|tested|asked) (?:for|after|beyond|again)\b"
)
#: What may have been so without it, and what is not like life.
ANYWAY = re.compile(
    rf"\b{_MIGHT} (?:well )?have \w+(?: \w+){{0,4}} (?:in any case|anyway|in any event|all the same|regardless|without (?:it|them))\b|\b{_MIGHT} have been (?:there|present|at work|in place|in the blood|smaller|larger|abnormal|overactive)(?: \w+)? before\b|\b(?:are|is) (?:also )?apt to be (?:those|the|people|patients)\b|"
    r"\b(?:is|was|are) not (?:quite |exactly )?(?:what|how) (?:would|happens?|doctors|people|most|patients|is)\b|\b(?:does|do) not [a-z]+(?: [a-z]+){0,4} as (?:live|living|real|human|natural|wild|ordinary|whole) [a-z]+ (?:do|does)\b|"
    r"\b(?:may|might|could) be (?:risky|harmful|dangerous|unsafe|hazardous) (?:if|when|in|for)\b|\bunethical to\b|\b(?:were|was) (?:already |also |still )?(?:taking|receiving|on) (?:antidepressants|medication|medicines|other (?:drugs|treatments|medicines)|treatment|steroids|drugs)\b"
)
#: What the means could not see, and what they were like.
_MEANS = r"(?:tests?|methods?|techniques?|assays?|satellites?|instruments?|sensors?|scans?|questionnaires?|traps?|cameras?|records?|registers?|databases?|certificates|charts|case notes|censuses)"
MEANS = re.compile(
    rf"\b{_MEANS} (?:that (?:was|were) used )?(?:also |often |sometimes |may |might |can )*(?:miss(?:es)?|see only|sees only|detects? only|picks? up only|overlooks?|overlooked|cannot (?:see|tell|distinguish|detect|show)|do(?:es)? not (?:say|see|distinguish|tell|detect|show|reach)|did not (?:say|note|record|show|distinguish|detect)|are silent|were silent|say nothing|said nothing)\b|"
    r"\b(?:rest(?:s|ed)|depend(?:s|ed)|relied|hinge[sd]?) (?:up)?on [^.;,]{3,50} (?:alone|only)\b|\bwithout (?:laboratory |any |further )?confirmation\b|\b(?:fragment|part|piece|strain|species|line|form|version|model|parasite|virus)s? (?:of [^.;,]{2,30} )?(?:that (?:was|were) )?used (?:here |in the \w+ )?(?:lacks?|lacked|is not|was not|are not|were not|differs?|has no|had no)\b|"
    r"\b(?:is|was|are|were) not the (?:one|ones|same|kind|species|strain|form)(?: [a-z]+){0,2} (?:that|which|as|found|seen)\b|\b(?:treats?|treated|lump(?:s|ed)?) (?:all |every )?[^.;,]{3,40} (?:alike|together|as (?:if|though|one))\b|\b(?:wide|broad) (?:confidence intervals?|margins? of error|margins|error bars)\b|\b(?:intervals?|margins?) (?:was|were|is|are) (?:\w+ )?wide\b|"
    r"\bnot (?:designed|meant|intended|planned|set up|built|large enough|big enough|long enough|powerful enough) (?:to|for)\b|\b(?:was|were|is) (?:an? )?(?:unusually|exceptionally|uncommonly|abnormally|atypically) (?:dry|wet|mild|cold|hot|warm|low|high|severe|quiet|bad|good|healthy|poor|rich|young)\b"
)
#: Who is not like those, or did not answer, and what else it may mean.
UNLIKE = re.compile(
    r"\bwhat (?:holds|is true|works|applies|goes|is good) (?:for|in|among|of) [^.;,]{2,50} (?:may|might|need|does|will) not\b|\b(?:may|might|could) be (?:peculiar|special|specific|unique|confined|particular|limited) to\b|\b(?:may|might|could) (?:simply|merely|just|only|equally) (?:reflect|be an? (?:sign|marker|by-product|consequence)|mean)\b|"
    r"\b(?:went|were left|remained) unanswered\b|\b(?:groups|arms|villages|hospitals|wards|schools|two) (?:[a-z]+ ){0,3}(?:were not alike|differed|were unlike|had differed)\b[^.;]{0,50}\b(?:from the (?:start|outset|beginning)|to (?:begin|start) with|beforehand|already)\b|"
    r"\b(?:one|you|nobody|anyone) (?:cannot|can[’']t|can) (?:tell|say|know|be sure)\b|\bthere is no (?:telling|knowing|saying|way of)\b|\b(?:it )?(?:would|will) take (?:an? )?(?:much )?(?:larger|longer|bigger|randomi[sz]ed|proper|further|another) (?:\w+ )?(?:trials?|stud(?:y|ies)|experiments?|samples?)\b|\bonly an? (?:[\w-]+ ){0,3}(?:trial|study|experiment)\b[^.;]{0,60} (?:can|could|will|would) (?:tell|show|settle|say|answer|prove)\b|"
    r"\b(?:another|an alternative|a different|one other) (?:possibility|explanation|reading|interpretation)\b|\b(?:does|do|did|will|can) not (?:settle|answer|resolve|address|touch)\b|\bremains? to be (?:found out|worked out|explained|determined|established|tested|settled|learn(?:ed|t)|clarified|explored|understood)\b|"
    r"^nor (?:did|were|was|have|has) (?:(?:they|the (?:researchers|authors|team|study|trial|investigators)) (?:look|ask|measure|test|know|check|record|include|follow|compare|examine|count|have)|anyone|[a-z]+ (?:measured|asked|recorded|tested|counted|examined|considered|included))\b|\b(?:in practice|in the real world|outside (?:a|the) trial|under (?:everyday|routine|field) conditions)\b[^.;]{0,60}\b(?:may|might|would|could|likely)\b"
)
PATTERNS = (OPEN, MISSING, ANYWAY, MEANS, UNLIKE)

_BUT = r"(?:(?:still|nevertheless|nonetheless|even so|yet|but|and|all the same|for all that),? )?"
#: Praise, a summing up, or talk around the caveats.
_NO_CAVEAT = re.compile(
    rf"^{_BUT}[^;]*?\b(?:(?:has|have|had|is|are|offers?|brings?) (?:\w+ ){{0,3}}(?:attractions?|advantages?|advance|merits?|strengths?|appeal|welcome|reassuring|encouraging|good news)|make[s]? (?:it|this) (?:\w+ )?(?:attractive|welcome))\b|"
    rf"^{_BUT}(?:all (?:of )?this|all in all|taken together|together|these (?:results|findings|figures|data)|the (?:study|work|results?|findings?|lesson|message|point|natural reading|upshot|moral))(?:,? [^.;,]{{2,40}},)? (?:does |do )?(?:suggests?|shows?|means?|impl(?:y|ies)|demonstrates?|illustrates?|confirms?|is that)\b|"
    r"^(?:it|this|that|the (?:work|finding|result)s?) (?:may|might|could) (?:also |well )?have (?:an? )?(?:bearing|consequences|implications)\b|\b(?:would|do|does|will) (?:not|hardly) disagree\b|\bas good as what (?:is put|goes|one puts|you put)\b|"
    r"^(?:does|do|is|are|can|what|why|how|will|should|would|could) [^.;]*\?[”\"]?$"
)
_WEAKNESSES = r"(?:limitations?|caveats?|weaknesses|weak (?:points|spots)|shortcomings|drawbacks|flaws|blind spots|reservations|snags|gaps)"
_ANNOUNCES = re.compile(
    rf"^{_BUT}(?:(?:the|this|their|such an?|any|every|no|an?) (?:[\w-]+ ){{0,2}}(?:study|trial|survey|work|analysis|approach|design|model|method|experiments?|[a-z]+s)|it|they|satellites|there|the authors|the researchers) (?:does |do |of course |also )*(?:have|has|had|is|are|list|see|note|name|admit|acknowledge|concede)(?: (?:its|their|some|several|a few|many|certain|the usual|important|obvious|other|also|of course|two|three|four))* {_WEAKNESSES}(?:,? (?:that|which|of which|as|though|and the authors|they|the authors)\b[^;]*)?[.:]?$|"
    rf"^(?:there are|there were|but there are|a few|some|several) (?:\w+ )?{_WEAKNESSES}[.:]?$"
)


def announces(low: str) -> bool:
    """Whether a sentence in lower case says that there are weaknesses, not which, or only what was done."""
    return _ANNOUNCES.match(low) is not None or _DONE_TO_SEE.match(low) is not None


#: "To see what it might mean, the researchers grew …": told of the study, not of its limits.
_DONE_TO_SEE = re.compile(
    r"(?:[a-z]+, )?to (?:see|find out|test|learn|check|understand|answer|explore|work out) [^;]{3,90}, (?:the |he |she |they |[a-z]+ and )(?:[\w’'-]+ ){0,4}(?:[a-z]+ed|grew|gave|took|made|fed|bred|ran|went|built|drew)\b"
)


def none(low: str) -> bool:
    """Whether a sentence in lower case praises, sums up or asks: no caveat without a word for it."""
    return _NO_CAVEAT.search(low) is not None or announces(low)
