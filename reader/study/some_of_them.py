"""Numbers that count some of those a study is about: whom it asked, who was left, what befell a few."""

from reader.study.size_model import Candidate
from reader.text import sieve as re

#: Who was asked, and who was left of them.
_OF_THESE = re.compile(
    r"\b(?:of (?:whom|these|those|them)|a (?:sub-?set|sub-?sample)|final|leaving|left|the rest|remaining|narrowed (?:it )?down to|ended up with|down to)[^.;]{0,25}$"
)
_STAYED = re.compile(
    r"[^.;]{0,50}\b(?:qualified|eligible|agreed|consented|remained|went on to|(?:were|was) (?:included|randomi[sz]ed|enroll?ed|analy[sz]ed|suitable|willing)|took part|completed|answered|replied|responded|returned)\b"
)
_ASKED = re.compile(
    r"\b(?:invited|approached|contacted|screened|asked|sent|wrote to|letters? to|knocked|doors of|mailed|phoned|called|searched|files of|plan was to|planned to|aimed to|hoped to)[^.;]{0,30}$"
)
_WERE_ASKED = re.compile(
    r"[^.;,]{0,40}\b(?:were|was|had been) (?:invited|approached|contacted|screened|sent|mailed)\b"
)


def narrowed(candidate: Candidate) -> dict[str, float]:
    """Whether a number is of those asked, or of those left."""
    low, number = candidate.sentence.low, candidate.number
    start, end = (at - candidate.sentence.start for at in (number.start, number.end))
    before, after = low.part(start - 60, start), low.part(end, end + 110)
    return {
        "of these": float(_OF_THESE.search(before) is not None),
        "stayed": float(_STAYED.match(after) is not None),
        "asked": float(_ASKED.search(before) is not None),
        "were asked": float(_WERE_ASKED.match(after) is not None),
    }


#: What is seen in some of them, and what was taken from them: "463 fell ill", "their 2,648 samples".
_BEFELL = re.compile(
    r"(?: [\w’'-]+){1,2} (?:(?:had |have |later |then |went on to )*(?:developed|develop|died|suffered|relapsed|recurred|fell ill|dropped out|withdrew)|(?:were|was|had been|have been) (?:later |newly |subsequently )?diagnosed)\b"
)
_THEIRS = re.compile(r"\b(?:their|its|his|her) $")


def of_some(candidate: Candidate) -> bool:
    """Whether a number counts what befell some of those studied, or what they gave."""
    low, number = candidate.sentence.low, candidate.number
    start, end = (at - candidate.sentence.start for at in (number.start, number.end))
    given = "noun=<samples>" in candidate.features and _THEIRS.search(low.part(start - 8, start))
    return bool(given or _BEFELL.match(low, end))
