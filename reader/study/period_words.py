"""What stands around the dates between which data were gathered, and around other dates."""

from reader.text import sieve as re

GATHERED = re.compile(
    r"\b(?:enroll?ed|recruit|collect|gather|conduct|carried out|perform|diagnos|treat|receiv|admitt|born|hospitali|underw|surve[yi]|interview|stud(?:y|ied)|trial|data|"
    r"records?|follow|monitor|track|observ|measur|took part|particip|participants|patients|people|women|men|children|births|deaths?|rates?|cases|period|sampl|visit|gave birth|deliver|registered|"
    r"tested|screened|vaccinat|transplant|assigned|asked|twins|cohort|operat|took place|infus|inject|put online|scan|questionnaire|asked|seen|counted|notes|files|began|launched|started|report|given|blood|link|regist|roster|figures|looked at|examin|cover|analy[sz]|includ|joined|\bran\b|lasted|worked|lived|households|schools|farms|tall(?:y|ied)|caught|filled|counts?\b|images|x-rays|prescri)"
)
RANGE = re.compile(
    r"^(?:(?: ?[-–—−/] ?)| (?:and|to|until|till|through|up to|up until)(?: the)?(?: end of| early| late| mid|(?: early| late)? (?:spring|summer|autumn|fall|winter)(?: of)?)? | (?:to|until|till|through)(?: (?:the|its|their) (?:[\w-]+ ){1,4}?(?:in|of|on)) |(?: ?[-–—−] ?)|, and | and (?:again |then )in )$"
)
#: "2010-14": the end of a range without its century.
SHORT_END = re.compile(r"[-–](\d\d)(?![\d-])")
NOT = re.compile(
    r"\b(?:analys[ei]s (?:was|were)|published|presented|released|approved|copyright|©|funded|grant|award|preprint|server|posted on|predict\w*|project(?:s|ed|ions?)|forecast\w*|by(?=(?: the)?(?: end of| early| late)? $)|simulat|scenario|expected|will|estimat\w* (?:for|that|in)|hop(?:e|es|ing)|plan(?:s|ned|ning)?|due|slated|averted|according to|in the past|founded|launched the|introduced|died of)\b"
)
#: What rises and falls is the world, where the sentence does not say that it is the study's.
TREND = re.compile(
    r"\b(?:doubl|tripl|halv|r(?:ise|ose|isen)|fell|fall(?:en|s)|grew|grown|increas|decreas|declin|dropp|climb|soar|shr[au]nk)\w*\b[^.;]{0,60}$"
)
#: "The Postmen's Health Study was set up in 1992".
SET_UP = re.compile(
    r"\b(?:study|cohort|survey|project|register|registry)\b[^.;]{0,40}\b(?:set up|founded|established|assembled|begun|opened|created)\b(?: [a-z]+)? in $"
)
#: "began in January 2019 and ended in December 2021".
ENDED = re.compile(
    r"\b(?:ended|closed|finished|concluded|completed|stopped|wound up)\b[^.;]{0,20}$"
)
START = re.compile(
    r"\b(?:since|began(?: \w+)? in|started(?: \w+)? in|launched\b[^.;]{0,110}\bin|beginning in|starting in|from|(?:begin|start|began|started)\b[^.;]{0,90}\b(?:in|on|of))(?: early| late| mid-?| the| about)? ?$"
)
#: "The first patient entered in May 2017, the last visit was in 2024."
FIRST = re.compile(r"\b(?:first|earliest)\b")
LAST = re.compile(r"\b(?:last|latest|final)\b")
#: What was done at one time: "were interviewed in 2018".
DONE = re.compile(
    r"\b(?:made|taken|observed|conducted|carried out|collected|gathered|surveyed|interviewed|vaccinated|enroll?ed|recruited|asked|performed|took place|measured|sampled|examined|tested|treated|polled|questioned|sent|mailed|posted|filled in|answered|switched|fed|launched|invited|caught|trapped|filled out|weighed|counted|given|completed|registered|diagnosed|hospitali[sz]ed|conclusion of the \w+|gave|treated|followed|visited|studied)\b"
    r"[^.;]{0,60}\b(?:in|during|on|over)(?: the (?:week|month|summer|winter|spring|autumn|fall|year|first(?: half)?|second(?: half)?|(?:dry|rainy|wet|flu|malaria|school|breeding|growing|transmission|harvest) (?:season|year)|rains|monsoon) of)?(?: early| late| mid-?| the| about)? ?$"
)
OPENS = re.compile(r"(?:in|since|from)(?: early| late| the \w+ of)? ")
#: "In 2001 researchers began mailing questionnaires".
BEGAN = re.compile(
    r",? (?:[\w’'-]+ ){0,5}?(?:began|started|set out|launched|enroll?ed|recruited|signed up|invited)\b"
)
#: "In the spring of 2022 they asked 312 households".
OPENING = re.compile(
    r"^(?:[a-z]+,? |on [a-z]+ [a-z]+ |over [a-z-]+ (?:days|weeks|months) )?(?:in|during|over|on)(?: the)?(?: (?:spring|summer|autumn|fall|winter|course|first half|second half|early|late|middle|months) of| early| late| mid-?)?(?: the)? $"
)
ASKED = re.compile(
    r"(?:, [a-z]{2,10}(?: [a-z-]{2,12}){0,4})?,? (?:they|we|he|she|the (?:team|group|researchers|scientists|pair|authors|investigators)|researchers|scientists|nurses|doctors|volunteers|(?:[a-z]+ )?teams(?: of [a-z0-9]+)?|an? survey team|interviewers|dentists|midwives|fieldworkers)(?: [a-z]+)? (?:took up|stood|waited|stopped|spent|set up|knocked|drove|walked|filmed|watched|noted|drew|filled|handed|screened|enrolled|assigned|asked|gave|collected|took|visited|tested|sent|measured|surveyed|interviewed|sampled|counted|caught|trapped|mailed|recorded|recruited|enroll?ed|invited|went|scanned|examined|planted|tagged)\b|,? (?:about |around |nearly |some |almost |more than |over |a total of )?\d[\d,. ]* (?:[a-z]+ ){1,4}(?:were|was|took part|filled|answered|joined|agreed|gave|had|completed|received|got|began|started)\b"
)
#: Those asked then were seen again later.
AGAIN = re.compile(
    r"\b(?:went back|came back|returned|were followed|followed (?:them|up)|kept up with|until they|every (?:\w+ )?(?:weeks|months|years))\b"
)
#: Those born in certain years, seen later; babies are seen when they are born.
BORN = re.compile(r"(?<!babies )(?<!infants )(?<!children )(?<!newborns )\bborn\b[^.;,\d]{0,40}$")
BORN_LONG = re.compile(r"\bborn\b[^.;,\d]{0,40}$")
#: "kept up with them until 2023", "by the end of 2021, 389 had gone through".
UNTIL = re.compile(
    r"\b(?:until|till|up to|by|through)(?: the)?(?: (?:end|start|middle|spring|summer|autumn|fall|winter) of| late| early)? $"
)
WATCHED = re.compile(
    r"\b(?:followed|tracked|kept up|kept an eye|monitored|watched|gone through|been seen|had (?:enroll?ed|joined|completed|taken part)|seen again|ran|lasted|went on|from then|since then|tallied|counted|recorded|searched|linked|observed|looked up|taken from)\b|\bhad (?:all |already |since )?(?!no\b)[a-z]{2,12}(?:ed|en|wn)\b"
)
#: How long what happened was counted, behind the time in which people were found.
TALLIED = re.compile(
    r"\b(?:followed|tracked|monitored|watched|tallied|counted|recorded|searched|linked|looked up|taken from|until they|to see who|traced)\b"
)
#: The words before the first end of a time.
NAMED = re.compile(
    r"(?:between|from|during|period)(?: the)?(?: years| early| late| mid-?|(?: early| late)? (?:spring|summer|autumn|fall|winter)(?: of)?)? ?$"
)
#: What was only begun then, or was asked at the end.
BEGINNING = re.compile(r"\b(?:first|earliest|invited)\b|launched|conclusion")
FACTS = re.compile(r"\b(?:were|was|been) (?:enroll?ed|recruited|randomi[sz]ed|assigned|treated)\b")
#: "has run since 2008": what is said of many a scheme.
SINCE = re.compile(r"\bsince(?: early| late| mid-?| the| about)? ?$")
