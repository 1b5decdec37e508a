"""The conditions of a query in words. `tell` is how a language says them: plain English, or the
window's `tr`; it takes a text with {names} and the values for them."""

from collections.abc import Callable

from reader.model.facts import DESIGNS
from reader.model.query_tree import And, Criterion, Node, Not, Or, Words
from reader.text.folding import fold
from reader.text.query.fields import OWN
from reader.text.query.ranges import Ranges

Tell = Callable[..., str]
_DESIGN_NAMES = {fold(code): name for code, name in DESIGNS.items()}
STATED = {
    "population": "in {said}",
    "country": "done in {said}",
    "institution": "done at {said}",
    "investigator": "by {said}",
    "funder": "paid by {said}",
    "journal": "in the journal {said}",
    "tag": "tagged {said}, or a highlight in it",
    "feed": "from {said}",
    "folder": "in the folder {said}",
    "author": "written by {said}",
    "colour": "highlighted in {said}",
    "doi": "DOI {said}",
    "pmid": "PubMed {said}",
    "nct": "registered as {said}",
    "link": "at {said}",
    "search": "found by {said}",
    "phase": "phase {said}",
    "evidence": "{said}",
    "blinding": "blinding {said}",
    "condition": "condition {said}",
    "intervention": "intervention {said}",
    "comparator": "comparator {said}",
    "outcome": "outcome {said}",
    "species": "species {said}",
    "randomized": "randomized {said}",
    "controlled": "controlled {said}",
    "limitation": "limitation {said}",
    "claim": "claim {said}",
}
SCOPES = {
    "": "“{said}”",
    "title": "title has “{said}”",
    "text": "text has “{said}”",
    "note": "your note has “{said}”",
    "quote": "highlight has “{said}”",
}
COUNTED = {
    "n": "{range} participants",
    "studies": "{range} studies",
    "arms": "{range} arms",
    "p": "p {range}",
    "hr": "hazard ratio {range}",
    "or": "odds ratio {range}",
    "rr": "risk ratio {range}",
    "confidence": "confidence {range}",
    "followup": "followed for {range}",
}
DATED = {
    "published": "published {span}",
    "added": "arrived {span}",
    "updated": "changed {span}",
    "annotated": "highlighted {span}",
    "read": "read {span}",
}
#: Where words are looked for (`in:`).
PLACES = {
    "note": "in your notes",
    "quote": "in your highlights",
    "title": "in the title",
    "text": "in the text",
}
#: What an article is (`is:`).
STATES = {
    "unread": "unread",
    "read": "read",
    "starred": "starred",
    "annotated": "annotated",
    "tagged": "tagged",
    "orphaned": "with a highlight whose words are gone from the text",
    "stale": "with a highlight or a checked value whose words have changed",
    "updated": "updated",
    "study": "reports a study",
    "studied": "studied",
    "retracted": "retracted",
    "preprint": "preprint",
    "muted": "muted",
    "checked": "with a value you checked",
    "corrected": "with a value you corrected",
}
#: `any` and `none` of what belongs to an article.
PRESENT = {
    "quote": ("with a highlight", "without a highlight"),
    "annotated": ("with a highlight", "without a highlight"),
    "colour": ("with a highlight", "without a highlight"),
    "note": ("with a note", "without a note"),
    "tag": ("with a tag", "without a tag"),
    "link": ("with an address", "without an address"),
    "updated": ("updated", "never updated"),
    "read": ("read", "unread"),
    "fulltext": ("with the text of its page", "without the text of its page"),
}
#: What may be stated or not, where the name of the field does not say it.
NAMES = {
    "n": "participants",
    "p": "p value",
    "hr": "hazard ratio",
    "or": "odds ratio",
    "rr": "risk ratio",
    "followup": "follow-up",
    "published": "date",
    "added": "date",
    "year": "date",
    "after": "date",
    "before": "date",
    "nct": "registration",
    "pmid": "PubMed number",
    "doi": "DOI",
    "randomized": "randomization",
    "controlled": "control group",
    "evidence": "status of evidence",
}


def plain(text: str, **values: object) -> str:
    """English, as it stands in the code."""
    return text.format(**values) if values else text


class Wording:
    """Says conditions in one language."""

    def __init__(self, tell: Tell = plain) -> None:
        self._tell = tell
        self._ranges = Ranges(tell)

    def of(self, node: Node) -> str:
        """A condition in words."""
        if isinstance(node, Words):
            return self._tell(SCOPES[node.scope], said=_begun(node.text, begun=node.prefix))
        if isinstance(node, Not):
            return self._tell("not {condition}", condition=self._bracketed(node.part))
        if isinstance(node, And):
            return self._joined(node.parts, "{first} and {second}")
        if isinstance(node, Or):
            return self._either(node)
        if isinstance(node, Criterion):
            return self._own(node) if node.field.startswith(OWN) else self._criterion(node)
        return self._tell("nothing")

    def _bracketed(self, node: Node) -> str:
        said = self.of(node)
        return f"({said})" if isinstance(node, And | Or) else said

    def _joined(self, parts: "tuple[Node, ...]", form: str) -> str:
        said = self._bracketed(parts[0])
        for part in parts[1:]:
            said = self._tell(form, first=said, second=self._bracketed(part))
        return said

    def _either(self, node: Or) -> str:
        """A word that was typed once, in the ways it is looked for; or what stands between ORs."""
        first = node.parts[0]
        places = {(part.start, part.end) for part in node.parts}
        is_one = isinstance(first, Criterion) and first.field in ("doi", "nct", "link")
        if len(places) == 1 and is_one:
            return self.of(first)
        return self._joined(node.parts, "{first} or {second}")

    def _own(self, node: Criterion) -> str:
        """A condition on a column of the user's own."""
        name = node.field.removeprefix(OWN).replace("-", " ")
        if node.how == "any":
            return self._tell("your “{name}” filled in", name=name)
        if node.how == "none":
            return self._tell("your “{name}” empty", name=name)
        if node.how == "within":
            said = self._ranges.numbers(node.field, node.limits)
            return self._tell("your “{name}” {range}", name=name, range=said)
        form = "your “{name}” is {said}" if node.how == "exact" else "your “{name}” has {said}"
        return self._tell(form, name=name, said=node.text)

    def _criterion(self, node: Criterion) -> str:
        if node.how in ("any", "none"):
            return self._presence(node)
        if node.field in COUNTED:
            said = self._ranges.numbers(node.field, node.limits)
            return self._tell(COUNTED[node.field], range=said)
        if node.how == "within":
            return self._tell(DATED[node.field], span=self._ranges.days(node.limits))
        if node.field == "is":
            return self._tell(STATES[node.text])
        if node.field == "in":
            return self._tell(PLACES[node.text])
        if node.field == "design":
            return self._design(node.text)
        text = node.text.title() if node.field == "country" else node.text
        return self._tell(STATED[node.field], said=_begun(text, begun=node.how == "prefix"))

    def _presence(self, node: Criterion) -> str:
        if node.field in PRESENT:
            return self._tell(PRESENT[node.field][node.how == "none"])
        what = self._tell(NAMES.get(node.field, node.field))
        form = "{what} stated" if node.how == "any" else "{what} not stated"
        return self._tell(form, what=what)

    def _design(self, text: str) -> str:
        if text in _DESIGN_NAMES:
            return self._tell(_DESIGN_NAMES[text])
        return self._tell("design “{said}”", said=text)


def _begun(text: str, *, begun: bool) -> str:
    return f"{text}…" if begun else text
