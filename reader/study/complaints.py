"""Harms told without a word for them: "twelve percent of those on the drug had a tremor"."""

from collections.abc import Iterator

from reader.study import vocabulary
from reader.study.reading.article import Article, Sentence
from reader.study.reading.blocks import Zone
from reader.study.reading.whose import Whose
from reader.study.vocabulary import Found
from reader.text import sieve as re

#: How news tells that people had them.
_TOLD = re.compile(
    r"\b(?:pulled|broke|tore|twisted|sprained|strained|reported|noted|had|have|developed|suffered|experienced|complained|followed|happened|occurred|befell|struck|affected|hit|seen|got|caught|ran|went through|vomited|bled|fainted|needed|stopped|quit|dropped out|withdrew|put down|lasted|passed|common|frequent|rare|rarer|troubled|bothered|caused?|led to|went away|cleared)\b"
)
_HOW_MANY = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|half|third|quarter|every|no|none|nobody|few|some|many|most|more|fewer|less|several|all)\b"
)
_GROUPS = re.compile(
    r"\b(?:groups?|arms?|those|people|patients|participants|volunteers|women|men|children|person|mice|rats|pigs|placebo|treat\w*|drug|dose|doses|versus|compared|than|against|either|both|one in|them|everyone|everybody|respectively|\d ?(?:%|per ?cent)|of the (?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve))\b"
)
#: What was there before, or what the disease does, is no harm of the study.
_BEFORE = re.compile(
    r"\b(?:at (?:the start|entry|baseline|enrolment)|before (?:treatment|the (?:study|trial))|who had|history of|recruited|enrolled|diagnosed with|suffer from|caused by|excluded|could not take part|prevents?|protects?|relie(?:f|ves?d?)|eased|treats?|symptoms of|approved for|known to|may cause|can cause)\b"
)
#: Said to have come of what was done: no design need tell that something was.
_AFTER = re.compile(
    r"\b(?:after|following|within [\w ]{2,20} of|soon after) (?:the |their |an? |being )?(?:first |second |each )?(?:vaccinat\w+|injections?|infusions?|jabs?|doses?|operation|surgery|treatment|procedure|transplant\w*|taking)\b"
)
AFTER = 0.5
_ON_PURPOSE = re.compile(r"\b(?:challenged?|lethal|infected with|the virus|of virus)\b")
#: A harm named oftener than this is what the study is about.
_OFTEN = 3


def sentences(article: Article) -> Iterator[tuple[float, Sentence]]:
    """The sentences that tell of such harms, with their weight."""
    by_sentence: dict[int, list[Found]] = {}
    for found in _of_study(article):
        sentence = article.sentence_at(found.start)
        if sentence is not None and sentence.zone is Zone.BODY:
            by_sentence.setdefault(sentence.start, []).append(found)
    for start, rows in by_sentence.items():
        sentence = article.sentence_at(start)
        if sentence and sentence.own and _tells(sentence):
            weight = 0.7 if sentence.whose is Whose.OWN else 0.6
            weight += 0.2 * min(3, len(rows)) + 0.3 * bool(_GROUPS.search(sentence.low))
            weight += (
                AFTER
                * (not _ON_PURPOSE.search(sentence.low))
                * any(
                    _AFTER.search(sentence.low, row.end - start, row.end - start + 60)
                    for row in rows
                )
            )
            yield weight, sentence


def _of_study(article: Article) -> Iterator[Found]:
    """Harms that are not what the story is about."""
    found = article.found(vocabulary.names("harms"))
    named: dict[str, int] = {}
    for row in found:
        named[row.entry.name] = named.get(row.entry.name, 0) + 1
    headline = article.headline
    topic = {
        row.entry.name for row in found if headline and headline.start <= row.start < headline.end
    }
    return (r for r in found if named[r.entry.name] <= _OFTEN and r.entry.name not in topic)


def _tells(sentence: Sentence) -> bool:
    low = sentence.low
    return bool(_TOLD.search(low) and _HOW_MANY.search(low)) and not (
        _BEFORE.search(low) or low.rstrip().endswith("?")
    )
