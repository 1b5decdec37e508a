"""Those who paid for the study, named before what they did: "the Trust footed the bill"."""

from collections.abc import Iterator

from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.text import sieve as re

#: "Brenta, the maker of the drug, sponsored the trial".
GAVE = re.compile(
    r"(?P<name>[A-Z][\w’'&.-]{1,30}(?:(?: (?:of|for|the|and|&))? [A-Z][\w’'&.-]{1,30}){0,8})(?:, (?:the|a|an|its|which)\b[^,.;]{3,60},)? (?:also )?(?:funded|sponsored|supported|financed|paid for|provided (?:\w+ ){0,6}(?:funding|support|grants?)(?=[.,;]| )|co-funded|part-funded|bankrolled|underwrote)[ .,;]"
)
CAPITALS = r"(?:[Tt]he )?(?P<name>[A-Z][\w’'&.-]{1,30}(?:(?: (?:of|for|the|and|on|in|&))* [A-Z][\w’'&.-]{1,30}){0,10})"
#: "the Institute (INST), which funded the work"; "we funded it jointly with the Institute".
_WHICH_PAID = re.compile(
    rf"{CAPITALS}(?: \([\w &-]{{2,14}}\))?, (?:which|who) (?:also |jointly |partly )?(?:funded|paid for|financed|sponsored|supported) (?:the|this|it)\b"
)
_JOINTLY = re.compile(
    rf"\b(?:[Ff]unded|[Ss]upported|[Ff]inanced|[Pp]aid for) [^.;]{{1,50}}? (?:jointly|together) with {CAPITALS}"
)
#: "The Ministry provided the money"; "the company supplied the drinks and bore half the cost".
_PAID_FOR = re.compile(
    rf"{CAPITALS}(?: \([\w &-]{{2,14}}\))? (?:also |jointly |partly )?(?:[a-z]+ed the [a-z]+ and )?(?:(?:provided|put up|gave|supplied|granted|contributed) (?:half |part |most |some )?(?:of )?(?:the |its )?(?:money|funds|funding|cash|grant)|(?:bore|met|covered|paid|shared|carried) (?:half |part |most |all |some )?(?:of )?the (?:costs?|bills?|expenses)|footed the bill|picked up the (?:bill|tab)|paid the (?:salaries|bill)|(?:was|is|acted as) the (?:\w+ )?(?:funder|sponsor) of (?:the|this))"
)
#: "The authors thank the Trust for funding the study".
_THANKED = re.compile(
    rf"\b(?:thank(?:s|ed)?|grateful to) {CAPITALS} for (?:(?:its|their|the) )?(?:\w+ )?(?:fund|support|pay|financ|sponsor|grant|money)"
)
_ALL = re.Family(((_WHICH_PAID,), (_JOINTLY,), (_PAID_FOR,), (_THANKED,)))


def named(text: str) -> Iterator[tuple[int, int]]:
    """Where a sentence names those who paid."""
    for (pattern,) in _ALL.within(text):
        for match in pattern.finditer(text):
            yield match.span("name")


#: A heading, or a question, under which those who paid are named.
_ASKED = re.compile(
    r"(?:and )?who (?:has )?(?:paid|funded|financed|sponsored|supported|footed)\b.{0,50}\?|(?:study |research )?(?:funding|funders?|financial support|sponsors?|financing)(?: (?:statement|sources?|information|and support))?:?"
)


def asked(article: Article, sentence: Sentence) -> bool:
    """Whether a sentence is the first behind a heading that asks who paid."""
    block = article.blocks[sentence.block]
    if sentence.block == 0 or sentence.start != block.start or sentence.zone is Zone.HEADING:
        return False
    before = article.blocks[sentence.block - 1]
    return before.end - before.start < 80 and bool(
        _ASKED.fullmatch(article.text[before.start : before.end].lower())
    )
