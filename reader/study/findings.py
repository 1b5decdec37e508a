"""What makes a sentence a finding: effects, comparisons and figures against methods, talk and plans."""

from functools import lru_cache

from reader.study import figures
from reader.study.reading.whose import past
from reader.text import sieve as re

EFFECT = re.compile(
    r"\b(?:increas(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|undergo(?:es)?|(?:is|are|was|were|stayed|remained) (?:about |much |roughly )?the same (?:as|in|for)|reduc(?:e[sd]?|ing|tions?)|lower(?:ed|ing|s)?|higher|improve(?:d|s|ments?)?|improving|worse(?:ned|ning)?|better|fewer|more|less|most|least|associat(?:ed|ion)|linked (?:to|with)|correlat(?:ed|ion|es)|"
    r"no (?:\w+ ){0,3}(?:difference|effect|benefit|association|increase|link|evidence|change|sign|improvement|reduction|relation|relationship|correlation|connection|trace)s?|significant(?:ly)?|superior|inferior|effective|efficacious|efficacy|did not|didn[’']t|does not|similar(?:ly)?|comparable|protect(?:ed|ive|s|ion)|prevent(?:ed|s)|longer|shorter|doubled?|tripled?|halved|"
    r"twice|times|risks?|surviv(?:ed|al)|respon(?:ded|ses?)|remission|cut|rose|fell|declined?|grew|dropped|gain(?:ed|s)?|lost|loss|median|mean|average|rates?|percent|per cent|%|outperform(?:ed|s)|stronger|weaker|greater|smaller|faster|slower|earlier|later|"
    r"affect(?:ed|s)|caus(?:e[sd]|ing)|leads? to|led to|resulted in|contain(?:ed|s)|carried|recogni[sz]ed|detected|successful|failed|needed|critical|required?|essential|depend(?:s|ed)|only|likely|suppressed|abolished|inhibit(?:s|ed)|block(?:s|ed)|activat(?:es|ed)|compensate|stabili[sz]ed|remained|persist(?:ed)?|"
    r"common(?:ly)?|different|differ(?:ed|s)?|unable|able|died|deaths?|killed|relapse[ds]?|matter(?:ed|s)?|counted for|weighed|made no difference|recovered|cured|showed (?:no|signs|evidence|an?|that)|had (?:an?|no|the|more|fewer|higher|lower)|agreed|believed|said they|reported|experienced|developed|benefit(?:s|ed)?|beneficial|accurate(?:ly)?|accuracy|"
    r"area under the curve|sensitivity|specificity|false alarms?|missed|caught|spotted|swelled|swell|became|become|thicker|thinner|louder|quieter|heavier|lighter|softer|stiffer|sooner|likelier|costlier|flinched|picked up|came back|returned|unchanged|vanished|disappeared|gone|free of|went (?:down|up)|(?:edged|crept|inched) (?:up|down)|climbed|jumped|soared|plunged|slipped|sank|eased|"
    r"mutated|coexisted|identical|present in|absent|found in|occur(?:red|s)|appear(?:ed|s) (?:to|in)|proportional|evidence (?:of|for|that)|compared (?:with|to)|versus|at least|as (?:much|many|little|long) as)\b"
)
FOUND = re.compile(
    r"\b(?:found|finds?|uncover(?:s|ed)?|show(?:s|ed|n)?|suggest(?:s|ed)?|reveal(?:s|ed)?|demonstrat(?:es?|ed)|indicat(?:es?|ed)|observed|discovered|concluded?|confirm(?:s|ed)|estimat(?:es|ed)|predict(?:s|ed)?|calculated|report(?:s|ed)?|identified|detected|saw|seen|results?)\b"
)
COMPARES = re.compile(
    r"\b(?:compared (?:with|to)|than|against|as opposed to|up from|down from|elsewhere|versus|vs\.?|relative to|in contrast|whereas|respectively|both groups|either group|between (?:the )?(?:two )?groups)\b"
)
_STATISTIC = re.compile(
    r"\b(?:hazard ratio|odds ratio|relative risk|risk ratio|confidence interval|95 ?% ci|auc|hr ?[=:]|or ?[=:]|p ?[<=] ?0?\.\d|(?:\d+|two|three|four|five|six|seven|eight|nine|ten)[ -]?(?:times|fold)\b)"
)
#: Others' work in the words that report: "Earlier studies have shown that …".
_OTHERS = re.compile(
    r"\b(?:(?:studies|trials|research|evidence|experiments|reports|work|scientists|doctors|experts|data) (?:has|have|had)|previous|earlier|prior|other (?:studies|teams|groups)|many|some|observational studies|(?:agency|ministry|organi[sz]ation|public health|department|officials|government|society|association|federation|centers? for disease|nhs|who) (?:\w+ ){0,3}(?:estimates?|says?|recommends?|warns?|advises?)|it (?:is|was|has)|been (?:shown|known|thought|suggested))\b"
)
SUBJECT_NUMBER = re.compile(
    r"^(?:overall, |(?:an? |\w+ )?(?:year|month|week|day|decade)s? (?:on|later|in), |in total, |of (?:these|them|those (?:who|that|given|taking|receiving|on|in|with) [^,;.]{3,60}|the \w+|the \d[\d,]* [^,]{3,70}), |at \w+ \w+, |after [^,]{3,30}, )?(?:about |nearly |almost |more than |only |just |over |some )?(?:\d[\d,.]*(?:%| percent| per cent| of| out of| \w+ (?:had|were|was|died|developed|improved|showed|responded|reported))|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty(?:-\w+)?|all|none|half|most|both) (?:in (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred|a thousand)|percent|per cent|of|out of|\w+ (?:had|were|was|died|developed|improved|showed|responded|reported|worsened)|others|people|patients|participants|worsened|improved|died))"
)
METHOD = re.compile(
    r"\b(?:enroll?ed|(?:took|received|got|given|swallowed|drank|ate|used|wore|sniffed) [^.;,]{3,60} or (?:an? )?(?:\w+ )?(?:placebo|dummy|sham)\b(?! (?:had|were|was|did))|(?:half|the (?:others?|rest|remainder|other (?:half|group|arm))|a third|one group|both groups|each|some) (?:of (?:the|them) ?)?(?:[\w-]+ )?(?:were (?:given|offered|told|taught|asked)|was given|received|got|gave|took|carried on|continued|ate|drank|wore|attended)|recruited|randomly (?:assigned|divided|allocated)|(?<!if they )(?<!when they )were (?:asked|given|assigned|divided|mailed|recruited|randomi[sz]ed|collected|selected|followed|invited|interviewed|matched|eligible)|published|funded|supported by|designed to|set out|aim(?:ed|s)? (?:to|of|was)|goal|objective|"
    r"plan(?:s|ned)? to|marketed|questionnaire|took into account|adjust(?:ed|ing) for|known as|called|excluded|looked at|sought|wanted to|in order to|to (?:determine|find out|test|see|examine|investigate|assess|evaluate|explore|learn|understand|measure) (?:if|whether|how|the|what)|was (?:performed|conducted|carried out)|"
    r"used (?:a|the|data|an)|using|eligible|to participate|primary (?:end ?point|outcome) (?:was|of)|secondary outcomes? (?:was|were|included)|follow-up (?:was|ranged|across)|(?:average|median|mean) follow-up (?:was|across)|meeting|appear(?:s|ed) (?:\w+ ){0,2}(?:in|online)|(?:was|were) studied (?:in|by|at)|participated in|took part|(?:is|was|were) (?:led|conducted) by|(?:most )?common (?:side|adverse) (?:effects?|events?|reactions?)|(?:is|are) (?:currently )?(?:being )?(?:tested|studied)|worked in|lived in|ranged (?:in age|from \d)|(?:were|was|been|be) (?:scanned|tracked|seen (?:at least|every|again)|visited|phoned|put in a hat|typed|swabbed|called back)|going through|(?:report|reports|reported|describe[sd]?|present(?:s|ed)?) (?:the |their |promising |new |early |encouraging |final |interim )*(?:results|findings|data) (?:from|with|of|on)|secondary outcomes? includ|reached (?:this|that|their) conclusion|participating (?:investigators|sites|cent)|is required for|analy[sz]ing (?:a total of|data)|there were \d+ (?:conversations|interviews|visits)|(?:average|mean|median) age|response rate|(?:were|was) (?:women|men|girls|boys|white|female|male)\b|took (?:\w+ )?(?:lessons|classes))\b"
)
DOING = re.compile(
    r"^(?:in (?:this|the|today|an?|[a-z]+’s|his|her|their) [^,;]{3,60}, |to (?:find out|answer|test|see|learn|check|study|understand|do|give|make|get|build|obtain|gauge|estimate|judge|measure)\b[^,;]{0,60}, |writing in [^,;]{3,60}, )?(?:[^,;]{0,120}?|[^;]{0,200}?\band (?:his|her|their) )\b(?:researchers|academics|scientists|investigators|authors|team|colleagues|they|we|et al\.?|group|doctors|reviewers|physicians|surgeons|nurses|ecologists|engineers|interviewers|fieldworkers|pair)(?:,? (?:at|from|in|led|of|headed|which included) [^;]{3,140}?,?)?(?: (?:also|then|first|now|next|has|have|had))* (?:examined|applied|used|searched|sifted|enrolled|questioned|visited|analy[sz]ed|studied|compared|looked|investigated|measured|tested|collected|asked|assessed|evaluated|developed|carried|focused|conducted|performed|set|surveyed|recruited|followed|gathered|included|explored|sequenced|isolated|divided|took|chose|created|built|wanted|launched|played|gave|fed|exposed|trained|showed (?:the|them|participants)|let|placed|injected|treated|scanned|reviewed|reanaly[sz]ed|combined|modell?ed|simulated|interviewed|watched|observed (?:the|how)|tracked|monitored|screened|assigned|randomi[sz]ed|offered|invited|sampled|drew|grew|bred|engineered|deleted|removed|silenced|added|mixed|ran|played|filmed|recorded|mapped|dated|drilled|dug|excavated|drew on|went|came back|spoke|sorted|counted|typed)\b|"
    r"^(?:the|this|a|an|our|their) (?:[\w’'-]+ ){0,2}(?:study|report|analysis|trial|review|paper|survey|research)(?:, [^;]{3,110},)? (?:also )?(?:compares?|tracked|followed|enrolled|covered|drew|ran|gathered|compared|examine[sd]|looked|looks|was|is|allows?|provide[sd]|reexamines|focuse[sd]|included|involved|began|used|has|took|will|could|may)\b"
)
TALK = re.compile(
    r"\b(?:important|exciting|hope|promising|milestone|practice-changing|opens? (?:the |up )?(?:door|way)|encouraging|grateful|proud|pleased|thank|welcome|crucial that|makes sense|need to|we must|good news|first step|could (?:help|lead|pave|be used|open|allow)|may (?:help|lead|open|offer)|might (?:help|lead)|insights?|implications?|potential to|next step|"
    r"powerful argument|standard of care|allows? us|this study is|understanding of|provid(?:es?|ing) (?:new|the first|a|an) |better understand|sheds? (?:new |fresh |more |some )?light|opens? the door|target for)\b"
)
EXPLAIN = re.compile(
    r"\b(?:because|explanations?|explain|reasons?|mechanism|speculat|possibl[ey]|may be due|could be due|due to|works? by|hypothesi[sz]e|theor|thought to|believed to|known to|is (?:an?|the) (?:\w+ ){0,3}(?:disease|disorder|condition|cancer|protein|enzyme|hormone|type|form|test|measure))\b"
)
PLAN = re.compile(
    r"\b(?:warranted|should|recommend(?:ed|s)?|will|would|future|further (?:studies|research|trials|work)|additional (?:studies|trials|research)|more research|needed to|is needed|are needed|approved|designation|must|next|providing the incentive|call for|urge)\b"
)
LIMITS = re.compile(
    r"\b(?:does not prove|limitations?|cannot be (?:answered|generali)|not clear|unclear|unknown|caution|however, the study|confound)\b"
)
QUOTED = re.compile(r"[“\"][^”\"]{30,}")
SAID = re.compile(r"\b(?:said|says|sai|explained|added|commented|told)\b")
#: What may stand before what only reports.
_LINK = r"^[“\"]?(?:[A-Z]{4}[A-Z ]{0,30}: )?(?:(?:However|But|And|Yet|Moreover|Furthermore|In addition|Additionally|Importantly|Interestingly|Notably|Also|Overall|In fact|Surprisingly|Specifically|Instead|Thus|Therefore|Consistent with [^,]{3,50}|Taken together|In general|Now|Here|For example|For instance|In particular|By contrast|In contrast|Meanwhile|Finally|Similarly|Indeed|Unfortunately|As a result|In total|Together|Still|Not surprisingly|Strikingly|Remarkably|In other words|What’s more|Based on [^,]{3,60}|Although [^,]{3,80}),? )*"
#: What only reports: cut before the finding itself.
LEAD = re.compile(
    _LINK
    + r"(?P<report>(?:The (?:report|study|analysis|trial|review|survey|team|researchers|authors|scientists|results|data) (?:also )?(?:finds?|found|shows?|showed|revealed) (?=[a-z]{3,20} [a-z])(?!that )|(?:[^.;]|et al\.|[A-Z]\.){0,200}?\b(?:found|find(?:s|ing|ings)?|uncover(?:s|ed)?|show(?:s|ed|n|ing)?|suggest(?:s|ed|ing)?|reveal(?:s|ed|ing)?|report(?:s|ed)?|demonstrat(?:es?|ed|ing)|indicat(?:es?|ed|ing)|observ(?:ed|e)|discovered|conclude[sd]?|confirm(?:s|ed)|estimat(?:es?|ed)|predict(?:s|ed)?|"
    r"calculated|noted?|means?|said|say|learned|determined|argue[sd]?|(?:findings?|results?|conclusion) (?:was|is|were|are)|surprised to find|propose[sd]?|reporting|evidence|announced)(?: (?:for|here|today|on \w+day|this week|in [A-Z][\w ]{2,40}))?,? (?:(?:also|further|clearly) )?(?:that,? |for the first time that |how |: )+))?"
)
#: One of these stands in all that reports; where none does, only what may stand before is looked for.
_REPORTS = re.compile(
    r"\b(?:f(?:ou|i)nd|show|suggest|reveal|report|demonstrat|indicat|observ|discover|conclu|confirm|estimat|predict|calculat|note|mean|sa[iy]|learn|determin|argu|result|surpris|propos|evidence|announc|uncover)"
)
_ONLY_LINK = re.compile(_LINK + r"(?P<report>(?!))?")
_SPEAKER = re.compile(
    r",?[”\"]? ?,?[”\"’]? (?:(?:he|she|they|the (?:authors|researchers|team|scientists|study|findings)) (?:said|says?|added?|wrote|write|report(?:ed)?|found|showed|conclude[sd]?)|(?<=[,”\"’] )(?:said|says|added|adds|explained|wrote|write) (?:\w|the )[^;]{0,160}|according to (?:\w|the )[^;]{0,160}|(?<=[”\"’] )(?:(?:Dr|Prof|Professor|Mr|Ms|Mrs)\.? )?[A-Z][\w.’'-]{1,20}(?: [A-Z][\w.’'-]{0,20}){0,3}(?:, [^;”\"]{3,240}?,)? (?:said|says|added|adds|explained|wrote|writes|told)\b[^;”\"]{0,160}|(?:researchers|scientists|the \w+|a (?:new )?study) (?:said|say|report(?:ed)?|found|suggests?|shows?) [^;]{0,80}|(?:an?|the) (?:[\w-]+ ){0,4}(?:study|trial|analysis|review|survey) (?:has |have )?(?:said|says|found|finds|suggests?|shows?|showed|shown|reports?|reported|concludes?|revealed|reveals|confirms))\.?[”\"]?$"
)
#: One of these stands in all that `_SPEAKER` finds.
_SPEAKS = ("said", "say", "add", "accord", "explain", "wr", "report", "found", "show", "conclude", "suggest", "find", "reveal", "confirm")  # fmt: skip
#: How common an illness is, told in the present and of everywhere: no finding.
_EVERYWHERE = re.compile(
    r"\b(?:(?:affects?|strikes?|kills?|afflicts?|claims?|occurs? in|develops? in|infects?|makes? up|accounts? for) (?:an estimated |about |around |roughly |nearly |some |up to |more than |over |as many as |almost )*(?:\d|one|two|half|a (?:third|quarter|fifth)|hundreds|thousands|millions)|(?:is|are|remains?) (?:the|an?|one of the) (?:\w+[- ]){0,2}(?:leading|commonest|most common|major|main|top|biggest|chief|frequent) (?:causes?|killers?|forms?|types?|cancers?|reasons?)|"
    r"(?:each|every|a) year\b|worldwide|around the world|globally|an estimated|are up to \w+ times)\b"
)
_DONE = re.compile(r"\b(?:was|were|had|found|did|died|fell|rose|those|who|group)\b")
#: What a measure means, whoever takes it.
_MEANS = re.compile(
    r"^(?:an?|the) [^.;,]{2,40} of [\d.]+%? (?:indicates?|represents?|means?|denotes?|stands for)\b"
)
#: Two groups told with a figure each.
TWO_FIGURES = re.compile(
    r"(?<!\d)(?<!\d[.,·])\d[\d.,·]* ?(?:%|per ?cent|mm|points|days|months|years|per)[^.;]{0,90}?\b(?:and|but|versus|vs\.?|against|compared|than|to|while|whereas)\b[^.;]{0,70}?\d[\d.,·]* ?(?:%|per ?cent|mm|points|days|months|years|per|on|in|of|with)\b"
)
#: How people were watched or measured, and what became of the study itself.
WATCHED = re.compile(
    r"\b(?:(?:was|were|been) (?:followed|monitored|watched|tracked|seen at) |declined to take part|(?:filmed|photographed|recorded|imaged|weighed) (?:the|each|them|more|over|every))\b"
)
#: Deaths have a row of their own; compared between groups they are a finding, too.
_DIED = re.compile(r"\b(?:died|deaths? occurred|were no deaths|no deaths)\b")


#: Two groups told by what they did or were given, one against the other: no method of the study.
_GROUP_AGAINST_GROUP = re.compile(
    r"^(?:the )?(?:those|people|patients|participants|women|men|children|students|adults|babies|volunteers|mice|animals|rats|[a-z-]{3,14}s) (?:who|that|whose|with|given|taking|receiving|on|in) [^.;]{3,120}? (?:had|were|was|scored|showed|saw|reported|experienced|did|lost|gained|spent|needed|took|made|felt|recovered|slept|ate|died|got|performed|lived) [^.;]{0,60}?\b(?:than|compared (?:with|to)) (?:in |among |for )?(?:the |those|people|patients|participants|women|men|children|students|adults|babies|volunteers|mice|animals|rats|other)"
)
#: What was so before this study, and what a word means in it.
_BEFORE_IT = re.compile(
    r"^(?:previously|until now|until recently|before now|up to now|traditionally|historically|in the past),? |^(?:currently|at present|right now),? (?:there|no|the only|most|doctors|patients|women|people)\b|^it (?:was|had been) (?:\w+ )?(?:assumed|thought|believed|known) "
)
#: The story of one patient: "Made Up, 61, was diagnosed with …".
_STORY = re.compile(
    r"^(?:[A-Z][\w’'-]{1,20},? ){2,3}(?:\(?\d{1,2}\)?,? )?(?:from [^,;]{3,40}, )?(?:who )?(?:was|had been|has been) (?:first |only )?(?:diagnosed|told)\b"
)
_DEFINED = re.compile(
    r"\b(?:(?:was|were|is|are) defined (?:as|by)|(?:paper|study|authors?|researchers|team|they|we) defines? )"
)


#: What tells who they were, who was left, or only that something was found; what a picture shows.
_ASIDE = re.compile(
    r"\b(?:had|with) either an? |\bleaving (?:[\w,]+ ){1,2}(?:for|in|to be)\b|\bturned out (?:not )?to have (?:had )?(?:no|other|another|a different|something else)\b|\b(?:model|simulations?|program|computer) (?:was|were) (?:then |also )?(?:run|fed|given|calibrated|fitted|let loose)\b|"
    r"\b(?:answer|picture|message|verdict|story|result) (?:was|is) (?:\w+ )?(?:clear|mixed|simple|plain|different|less clear|another)\.?$|\banother (?:matter|story|thing)\b[^;]{0,12}$|\b(?:was|were) not (?:as|what (?:was|they|had been)) (?:\w+ )?(?:expected|hoped|predicted)\.?$|\bmight have been\b[^.;]{0,30}\b(?:false|mere|chance|fluke|one more)\b|"
    r"^until then,? |\bhave to (?:weigh|decide|choose)\b|^(?:one|another|a further) (?:possibility|explanation|reason|answer)\b[^,;]{0,20} (?:is|may be|might be|would be)\b|^the (?:lesson|message|moral|upshot|implication),? |\bare apt to\b|"
    r"^(?:green|red|blue|brown|yellow|orange|purple|white|black|gr[ae]y|pink|dark(?:er)?|light(?:er)?|bright(?:er)?)(?: [a-z]+)? (?:marks?|shows?|indicates?|represents?|stands? for|depicts?)\b"
)


#: Signs that a pattern finds anywhere in a text, by their names.
_SIGNS = re.Family(
    {
        "precise": figures.PRECISE,
        "two": TWO_FIGURES,
        "compares": COMPARES,
        "method": METHOD,
        "talk": TALK,
        "explains": EXPLAIN,
        "plan": PLAN,
        "limits": LIMITS,
        "said": SAID,
        "watched": WATCHED,
        "reports": FOUND,
    }.items()
)


@lru_cache(maxsize=500)  # clauses are whole sentences as a rule, and asked about again as such
def signs(low: str) -> frozenset[str]:
    """The names of the signs that a text in lower case has."""
    return frozenset(name for name, pattern in _SIGNS.within(low) if pattern.search(low))


@lru_cache(maxsize=500)
def number_first(low: str) -> bool:
    """Whether a text in lower case begins with how many it tells of."""
    return SUBJECT_NUMBER.match(low) is not None


def quoted(text: str) -> bool:
    """Whether somebody says a good deal in it."""
    return ("“" in text or '"' in text) and QUOTED.search(text) is not None


def by_others(report: str) -> bool:
    """Whether the words that report name the work of others."""
    return _OTHERS.search(report.lower()) is not None


def is_common_knowledge(low: str) -> bool:
    """Whether a clause in lower case tells how common an illness is, wherever it is."""
    return _EVERYWHERE.search(low) is not None and not _DONE.search(low)


_SIZES = re.compile(
    r"^there were (?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|[a-z]{3,6}ty) (?:[\w-]+ ){1,3}(?:in|per) (?:each|both|every|either)(?: of the \w+)? (?:\w+ )?(?:groups?|arms?|cages?)$"
)


def tells_sizes(low: str) -> bool:
    """Whether a clause in lower case only tells how many were in each group."""
    return _SIZES.match(low.rstrip(".")) is not None


@lru_cache(maxsize=500)
def effects(text: str) -> int:
    """How many different words for effects a text in lower case has."""
    return len({match.group() for match in EFFECT.finditer(text)})


def weigh(low: str, clause: str, part: str, *, reported: bool) -> float:
    """How much a clause, in a sentence in lower case, speaks for being a finding of the study.

    `part` is the clause in lower case.
    """
    named, told, around = effects(part), signs(part), signs(low)
    weight = 1.3 * reported + 0.4 * (not reported and "reports" in around)
    two = "two" in told
    weight += 0.8 * two - 1.4 * ("watched" in told)
    weight += min(0.6 * named, 1.8) + 0.6 * ("compares" in told)
    weight += 0.9 * ("precise" in told) + 1.0 * number_first(part)
    weight += 0.7 * bool(_STATISTIC.search(part))
    against = _GROUP_AGAINST_GROUP.match(part) is not None
    weight -= 1.9 * ("method" in told and not against) - 0.6 * against
    weight -= 1.6 * bool(_BEFORE_IT.match(low)) + 1.6 * bool(_DEFINED.search(part))
    weight -= 2.0 * (not reported and bool(DOING.match(low)))
    weight -= 1.3 * ("talk" in told) + 0.9 * ("explains" in told)
    weight -= 1.2 * ("plan" in told) + 1.5 * ("limits" in told)
    weight -= 2.0 * bool(_ASIDE.search(part))
    weight -= 1.5 * bool(_MEANS.match(part)) + 2.0 * bool(_STORY.match(clause))
    weight -= 0.9 * ("said" in around) + 0.5 * quoted(clause)
    weight -= 0.6 * (not reported and not past(part))
    weight -= 0.8 * bool("compares" not in told and _DIED.search(part))
    weight -= 1.2 * (named == 0 and not two) + 2.0 * part.endswith("?")
    return weight - 1.0 * (len(part) < 40) - 0.6 * (len(part) > 330)


def lead(text: str) -> re.Match[str] | None:
    """What stands before the finding itself; to look for what reports takes its time."""
    return (LEAD if _REPORTS.search(text) else _ONLY_LINK).match(text)


def without_speaker(text: str, start: int, end: int) -> int:
    """The end of a clause without who says it."""
    said = text[start:end]
    match = _SPEAKER.search(said) if any(word in said for word in _SPEAKS) else None
    return start + match.start() if match and match.start() > 40 else end
