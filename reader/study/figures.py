"""The grammar of results: HR, OR, RR, differences, percentages, intervals, p values, "16 of 35".

It reads Unicode minus signs, middle dots as decimal points, and thin spaces.
"""

from typing import Any

from reader.model.numerals import TENS, UNITS
from reader.text import sieve as re

_SP = r"[ \u00a0\u2009\u202f]"
_NUM = r"[-−–]?\d{1,6}(?:[.·]\d{1,5})?"
P_VALUE = re.compile(
    rf"\b[Pp](?:{_SP}?-?{_SP}?values?)?{_SP}?(?:of|was|for \w+)?{_SP}?(?P<sign>[<>=≤≥⩽⩾]|less than|&lt;){_SP}?(?P<p>0?[.·]\d{{1,6}}|0|1\.0+|\d[.·]\d{{1,3}}{_SP}?[×x]{_SP}?10[-−–]\d{{1,3}})"
)
INTERVAL = re.compile(
    rf"\b(?P<level>\d{{2}}(?:\.\d)?){_SP}?%{_SP}?(?:\[?\(?(?:CI|confidence interval|CrI|credible interval|uncertainty interval|UI)\)?\]?s?(?:{_SP}?\[CI\])?)[ ,:=\[(]{{0,4}}(?P<low>{_NUM}){_SP}?%?{_SP}?(?:to|,|-|–|—|−|and|;){_SP}?(?P<high>{_NUM})",
    re.I,
)
_MEASURES = (
    ("HR", r"hazard ratios?|\bHRs?\b|aHR"),
    ("OR", r"odds ratios?|\bORs?\b|aOR"),
    ("RR", r"(?:relative risks?|risk ratios?|rate ratios?|\bRRs?\b|aRR|\bIRR\b)"),
    ("RD", r"(?:absolute )?risk differences?|absolute (?:risk )?reductions?|\bARR\b|\bRD\b"),
    ("SMD", r"standardi[sz]ed mean differences?|\bSMD\b|cohen[’']s d|hedges[’']? ?g"),
    ("MD", r"(?:weighted )?mean differences?|\bW?MD\b|difference in means"),
)
RATIO = re.compile(
    rf"(?P<name>{'|'.join(f'(?:{form})' for _, form in _MEASURES)})(?: \((?:HR|OR|RR|aHR|aOR)\))?(?:[^.;()0-9]{{0,60}}?)[ ,:=\[(]{{0,4}}(?:of|was|=|:|,)?[ ,:=\[(]{{0,3}}(?P<value>{_NUM})"
)
_PERCENT = re.compile(rf"(?P<value>{_NUM}){_SP}?(?:%|per ?cent)", re.I)
_CENTRAL = re.compile(
    rf"\b(?P<name>median|mean|average)\b[^.;0-9]{{0,50}}?(?P<value>{_NUM})(?!\d)", re.I
)
_OF = re.compile(
    r"\b(?P<n>\d[\d,]{0,11}|[A-Za-z]{2,12}(?:-[a-z]{2,8})?) (?:\([^)]{1,12}\) )?(?:out )?of (?:the |all )?(?P<of>\d[\d,]{0,11}|[a-z]{2,12}(?:-[a-z]{2,8})?)\b"
)
_COUNT = re.compile(
    r"^(?P<n>\d[\d,]{0,8}|[A-Z][a-z]+(?:-[a-z]+)?) (?:of (?:the|these|those) )?(?:other |others? )?(?:people|patients|participants|individuals|women|men|children|adults|volunteers|subjects|worsened|improved|died|others)\b"
)
#: A sentence with such a figure is likely to be a result. Only where a figure ends is looked at.
PRECISE = re.compile(
    r"\d ?(?:%|per ?cent)|\bhazard ratio|\bodds ratio|\b(?:hr|or|rr) ?[=:]|\bp ?[<=]|\b\d+ (?:times|fold|months|weeks|years|days|points)\b|(?<=\w) (?:out )?of (?:the )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_WORDS = UNITS | TENS


def details(text: str, size: int | None) -> dict[str, Any]:
    """Measure, estimate, interval, p, n and of, as far as a finding states them."""
    out: dict[str, Any] = {}
    out |= _estimate(text)
    if interval := INTERVAL.search(text):
        out |= {
            "ci_low": number(interval["low"]),
            "ci_high": number(interval["high"]),
            "ci_level": float(interval["level"]),
        }
    if p := P_VALUE.search(text):
        out["p"] = (
            f"{p['sign']}{p['p']}".replace("less than", "<")
            .replace("&lt;", "<")
            .replace("·", ".")
            .removeprefix("=")
        )
    return out | _counts(text, size)


def number(printed: str) -> float:
    """A printed number with whatever minus and decimal point."""
    return float(printed.replace("−", "-").replace("–", "-").replace("·", "."))


def _estimate(text: str) -> dict[str, Any]:
    if ratio := RATIO.search(text):
        name = next(code for code, form in _MEASURES if re.match(form, ratio["name"]))
        return {"measure": name, "estimate": number(ratio["value"])}
    if central := _CENTRAL.search(text):
        name = "median" if central["name"].lower() == "median" else "mean"
        return {"measure": name, "estimate": number(central["value"])}
    if percent := _PERCENT.search(text):
        return {"measure": "%", "estimate": number(percent["value"])}
    return {}


def _counts(text: str, size: int | None) -> dict[str, Any]:
    if match := _OF.search(text):
        n, of = whole(match["n"]), whole(match["of"])
        if n is not None and of is not None and n <= of:
            return {"n": n, "of": of}
    if match := _COUNT.match(text):
        n = whole(match["n"])
        if n is not None and size and n < size:
            return {"n": n, "of": size}
    return {}


def whole(word: str) -> int | None:
    """A whole number in digits or in words up to ninety-nine."""
    digits = word.replace(",", "")
    if digits.isdecimal():
        return int(digits)
    tens, _, unit = word.lower().partition("-")
    if tens in TENS and (not unit or 0 < _WORDS.get(unit, 0) < 10):
        return TENS[tens] + _WORDS.get(unit, 0)
    return _WORDS.get(word.lower())
