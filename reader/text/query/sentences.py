"""What is said of a query that was not understood."""

from reader.text.query.fields import SORTS, Field, nearest

NEVER_OPENED = "This bracket was never opened."
NEVER_CLOSED = "This bracket is never closed."
EMPTY_BRACKETS = "The brackets are empty; write for example design:(rct OR cohort)."
TOO_DEEP = "The brackets are nested too deeply; the inner ones were passed over."
UNCLOSED_QUOTE = 'This quotation mark is never closed; add a closing " at the end.'
SPACES = "A comparison has no spaces in it."
SMALL_OR = "In small letters, or is a word to find; OR finds one of both."
SIGNS = frozenset({"=", ">", "<", ">=", "<=", "!=", ":", "≥", "≤"})
_EXAMPLES = {
    "number": "n>=100",
    "duration": "followup:>=2y",
    "date": "published:2024-03",
    "words": 'title:"stem cell"',
    "search": 'search:"my search"',
    "sort": "sort:relevance",
}


def lonely(word: str, side: str) -> str:
    if side == "left":
        return f"{word} needs something on its left."
    return f"{word} needs something on its right."


def too_long(most: int) -> str:
    return f"Only the first {most} words and conditions are searched."


def not_known(word: str) -> str:
    return f"“{word[:30]}” means nothing here; all that stands beside it must be found."


def asked_elsewhere(word: str, better: str) -> str:
    return f"“{word[:30]}” is how other databases are asked; here one writes {better[:30]}."


def joker(word: str) -> str:
    return (
        f"In “{word[:30]}” only a * at the end stands for letters; write the words with OR between."
    )


def not_compared(name: str) -> str:
    return f"“{name[:30]}” is no number of the study card; it was searched as text."


def no_letters(word: str) -> str:
    return f"“{word[:30]}” has no letter or digit to search for; it was left out."


def unknown_field(name: str, near: str) -> str:
    if near:
        return f"“{name[:30]}:” is not a field. Did you mean {near}:? It was searched as text."
    return f"“{name[:30]}:” is not a field. It was searched as text."


def nearest_field(name: str) -> str:
    return nearest(name)


def needs_value(field: Field) -> str:
    if field.kind == "word":
        example = f"{field.name}:{field.choices[0]}"
    else:
        example = _EXAMPLES.get(field.kind, _example(field))
    return f"{field.name}: needs a value, for example {example}."


def _example(field: Field) -> str:
    return {"tag": "tag:ms", "design": "design:rct", "country": "country:japan"}.get(
        field.name, f'{field.name}:"two words"'
    )


def not_a_number(text: str) -> str:
    return f"“{text[:30]}” is not a number; write digits, such as n>=100 or n:1000..5000."


def not_a_duration(text: str) -> str:
    return f"“{text[:30]}” is not a time with a unit; write for example followup:>=6mo or 2y..5y."


def not_a_date(text: str) -> str:
    return f"“{text[:30]}” is not a day in the calendar; write 2024, 2024-03, 2024-03-01 or 7d."


def not_a_choice(field: Field, text: str) -> str:
    choices = ", ".join(field.choices[:6])
    return f"{field.name}:{text[:30]} is not known; one of {choices} …"


def unknown_sort(text: str) -> str:
    return f"“{text[:30]}” is not an order; one of {', '.join(SORTS)}."
