"""Caveats told without a word for them: who was missed, what a dish lacks, how little it was.

`caveats` holds the words of the trade and the nearest plain ones; these are further ways of news,
proverbs of researchers among them ("bowel is not lung", "twelve people is twelve people").
"""

from reader.text import sieve as re

_WHO = r"(?:patients|participants|people|volunteers|women|men|children|respondents|families|households|pupils|parents|subjects|animals|mice|rats)"
#: Who was not reached, not counted, or not asked.
MISSED = re.compile(
    r"\b(?:(?:will|may|might|could|must|would) (?:well |also |therefore )?have (?:been (?:put in the wrong|missed|counted|mis\w+|under\w+|over\w+|polite|picked|chosen)|gone (?:un\w+|elsewhere|missing)|slipped|forgotten|fudged|fibbed|embellished|answered|told)|"
    r"hardly (?:anybody|anyone|any)|almost (?:nobody|no one|none) (?:of|in|from|who)|scarcely any|"
    r"(?:spoke|talked|listened|looked|asked|measured|tested|counted|searched) only (?:to|at|with|those|people|once|one|in|for)\b|"
    r"(?:were|was|had been|been) (?:kept out|left out|shut out|turned away|barred|set aside|not (?:enrolled|invited|recruited|reached|looked at|examined|studied|followed|counted|asked|questioned|covered|represented))\b|"
    r"not all (?:of )?(?:the |our )?[\w’'-]+(?: [\w’'-]+)? (?:could be|were|was)\b|(?:seldom|rarely|hardly ever|never) (?:get|gets|got|were|was|had|have) (?:an? )?(?:test|tested|asked|checked|counted|worn|reported)|"
    r"(?:report(?:s|ed)?|recorded|counted|logged|kept) (?:only )?(?:patchily|haphazardly|unevenly|poorly|loosely)|(?:true|real|actual) (?:numbers?|figures?|tolls?|rates?|sizes?) (?:is|are|may be|might be|will be|could be) |"
    r"nobody (?:in|from|over|under|with|of) [^.;,]{2,40} (?:was|took|could|had)|had (?:moved away|dropped out|left the (?:study|trial)|been lost)|moved away before|dropped out(?! of (?:school|college|university|work))|fell by the wayside|lost (?:touch|track) (?:of|with))\b"
)
#: How it was asked, measured and chosen.
MEASURED = re.compile(
    r"\b(?:after the fact|in hindsight|from memory|with hindsight|memor(?:y|ies) (?:is|are|can|plays?)|(?:apt|liable|prone|inclined|likely) to (?:flatter|forget|exaggerate|understate|overstate|misremember|round|err|fib)|"
    r"(?:picked|chose|selected|volunteered) themselves|chose for themselves|who (?:opted|signed up|volunteered|agreed to take part|came forward) (?:for [^.;,]{2,40} )?(?:may|might|could|tend\w*|were (?:probably|perhaps|likely)|loved|were already)|"
    r"tend(?:ed|s)? to be (?:better off|healthi\w+|young\w*|old\w*|wealth\w+|rich\w*|well[ -]\w+|more \w+|less \w+|keen\w*|sick\w*|fit\w*|thin\w*|slim\w*|educated)|"
    r"(?:could|can) not (?:allow|correct|adjust|control|account|make allowance) for|couldn[’']t (?:allow|correct|adjust|control|account) for|did not (?:allow|correct|adjust) for|"
    r"(?:close to|at|near|beyond|below) the limits? of (?:what|detection|the|our)|(?:close to|near) the limit\b|(?<!to )(?<!than )a (?:single|one-off) (?:sample|moment|snapshot|measurement|visit|blood test|photograph|question|questionnaire|night|day)\b|"
    r"(?:is|was|were|are) (?:\w+ )?(?:a )?(?:self-chosen|hand-picked|home-made|rough|blunt) (?:\w+ )?(?:measure|tool|sample|guide|yardstick|instrument|estimate)|"
    r"may (?:well |also )?have (?:been )?(?:the )?(?:healthier|livelier|fitter|keener|sicker|richer|younger|older|thinner|happier|milder|better|worse|masked|hidden|blurred|inflated|flattered|shaped|coloured|colored|swayed|helped|played)|"
    r"(?:may|might) (?:well |simply |just )?be (?:healthier|livelier|fitter|keener|sicker|richer|angrier|younger|older|thinner|happier|milder|better off|worse off|polite|chance|luck|a fluke)|"
    r"all (?:of )?(?:the |our )?[\w’'-]+ (?:were|was) (?:done|made|carried out|performed|taken|treated|read|scored) (?:by|in|at) (?:one|a single|the same|two|three|four|five)|can be done (?:in|at|by) (?:only )?(?:one|two|three|a few|a handful)|"
    r"(?:are|were|was|is) not alike|only (?:men|women|boys|girls|children|adults|white|english|european|healthy|young|older|one|two|thai|chinese|japanese|americans?|male|female|studies in english)\b[^.;,]{0,40} (?:were|was|took|are|is)\b)\b"
)
#: What it cannot mean, in the sayings of those who did it.
MEANING = re.compile(
    r"\b(?:no (?:promise|guarantee|cure|magic bullet|panacea|silver bullet|crystal ball|substitute|proof)\b|nothing could be (?:said|concluded|learnt|learned)|(?:scenarios?|estimates?|hints?|clues?|links?|associations?|correlations?|snapshots?|rats|mice|monkeys|cells), not (?:an? |yet )?(?:forecasts?|predictions?|proofs?|facts?|films?|movies?|causes?|people|patients|humans|men|answers?)|"
    r"(?:is|are|was) (?:an |only an |just an |merely an )?anecdotes?\b|(?:(?:nobody|no one) (?:yet |really )?knows?|we (?:still )?don[’']t (?:yet )?know|remains? anyone[’']s guess)\b|(?:impossible|too (?:early|soon)|hard|difficult) to (?:know|say|tell|be sure|judge|untangle|tease apart)|"
    r"(?:flop(?:s|ped)?|fail(?:s|ed)?|disappoint(?:s|ed)?|fizzle[sd]?) in (?:people|humans|patients|man|trials|later|the clinic)|early days\b|(?:so far|for now),? (?:that is |this is |it is )?(?:true |only )?(?:in|only|just) [^.;]{3,30}(?:only|dish|dishes|mice|rats|animals|cells)|"
    r"a (?:dish|flask|test tube|petri dish|mouse|rat|model|computer|simulation|machine|rodent) (?:has|is|cannot|can[’']t|does|isn[’']t|hasn[’']t) (?:no|not|n[’']t)?\b|(?:do|does) not extend to|don[’']t extend to|do not carry over|may not carry over|"
    r"(?:mice|rats|monkeys|pigs|flies|fish|animals|cells|worms) (?:are|is) not|model (?:supposes|assumes|takes for granted|ignores|leaves out)|nor does (?:the|it|this)|nor do (?:the|they|these)|which is unlikely|might explain (?:a part|part|some|much)|may explain (?:a part|part|some|much)|"
    r"cannot be ruled out|can[’']t be ruled out|whether [^.;]{3,80} (?:was|were|has|have) (?:not|never) (?:been )?(?:examined|tested|studied|looked at|measured|asked|checked)|too few people|for too short a time|not (?:yet )?(?:been )?checked by other|(?:is|are) not a lot\b)"
)
#: "Bowel is not lung."
PROVERB = re.compile(
    r"^(?:but |and |“|\")?(?:an? )?[a-z]{3,12} (?:is|are) not (?:an? )?[a-z]{3,12}[.”\"]{1,2}$"
)
PATTERNS = (MISSED, MEASURED, MEANING, PROVERB)
