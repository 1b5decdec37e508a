"""Foreign HTML in, safe HTML out; foreign titles in, one line of plain text out.

nh3 (ammonia) decides what is safe, by the lists here. After it, tags are only ever dropped: hidden
passages, trackers, nesting that would freeze a text widget. Cleaning is idempotent.
"""

import html as entities
import re
import threading
from functools import lru_cache
from typing import cast

import nh3

from reader.text.links import MAX_LINK, link, picture, web
from reader.text.settled import is_settled, is_shallow
from reader.text.shaping import INLINE, TABLE_PARTS, VOID, Shaper

#: Longest HTML of one entry, in characters.
MAX_HTML = 2_000_000
#: The longest word: a text widget freezes on more.
MAX_WORD = 2_000
#: HTML with more of these is made to be slow, and kept as plain text alone.
MAX_TAGS, MAX_OPEN, MAX_ATTRIBUTES, _MAX_CARRIED = 50_000, 500, 200, 200_000


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


TAGS = _names(
    "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del "
    "dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li mark "
    "nav ol p pre q rp rt ruby s samp section small span strong sub sup table tbody td tfoot th "
    "thead time tr u ul var wbr"
)
#: Elements that go with all they hold. Others that are not kept leave their text behind.
_GONE = _names(
    "script style noscript template textarea select option iframe object embed applet title svg "
    "annotation annotation-xml xmp noembed noframes plaintext audio video canvas"
)
#: Read as what is closest among the elements that are kept.
_ALIASES = dict.fromkeys(_names("main form fieldset dialog search center details hgroup"), "div")
_ALIASES |= {"summary": "p", "legend": "p", "menu": "ul", "dir": "ul", "listing": "pre"}
_ALIASES |= {"strike": "s", "tt": "code", "acronym": "abbr"}
_FORMULAS = (  # nh3 would drop them, words and all
    "math semantics mrow mi mo mn ms mtext msup msub msubsup mfrac msqrt mroot mover munder mtable "
    "munderover mtr mtd mstyle mpadded menclose mfenced mmultiscripts"
)
_ALIASES |= dict.fromkeys(_names(_FORMULAS), "span")
#: What tells a hidden element or a tracker from others; `Shaper` drops both with these.
_SIGNS = ("style", "hidden", "width", "height")
_VALUES = {"start": r"\d{1,4}", "colspan": r"[1-9]\d?", "rowspan": r"[1-9]\d?"}
_VALUES |= {"dir": r"ltr|rtl|auto", "lang": r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}"}
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}
_ATTRIBUTES |= {"img": {"src", "alt", "title", *_SIGNS}, "*": {"lang", "dir", "hidden", "style"}}
_ATTRIBUTES |= {cell: {"colspan", "rowspan"} for cell in ("td", "th")}
_FORMATTING = _names("a b big code em font i nobr s small strike strong tt u")
_CLOSED_BY_OTHERS = VOID | TABLE_PARTS | _names("area dd dt embed input li link meta option p")
_OTHERS = _names("base big body button font frame head html image input label link map meta")
_KNOWN = "|".join(sorted((TAGS | _GONE | _OTHERS | set(_ALIASES)) - set("abipqsu")))

_ALIAS = re.compile(rf"<(/?)({'|'.join(_ALIASES)})(?=[\s/>])", re.IGNORECASE)
#: C0 and C1 controls but for tab and line ends, lone surrogates, non-characters, bidi overrides.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff\ufdd0-\ufdef"
    "\u202a-\u202e\u2066-\u2069]"
)
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0(?![.\d])"
    r"|(?:^|[;\s])(?:width|height)\s*:\s*[0-2](?:px)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
_TAG_START = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
#: So few can neither be open at once beyond MAX_OPEN nor carry too much.
_FEW_TAGS = 440
_NAME = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)")
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{1000,}")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
_WRITTEN = r'(?: [a-z]+="[^"]*")*>'
_SAFE_TAG = re.compile(rf"<(/?)([a-z][a-z0-9]*)({_WRITTEN})")
_INLINE_TAG = rf"</?(?:{'|'.join(sorted(INLINE))}){_WRITTEN}"
_SIGNED = re.compile(rf' (?:(?:{"|".join(_SIGNS)})=""|src="!")')
#: A word goes on through inline tags. Scripts that need no spaces are no words.
_INLINE_TAGS = re.compile(_INLINE_TAG)
_IMAGE = re.compile(rf"<img{_WRITTEN}")
_ELSEWHERE = re.compile(r' src="http[^"]*"')
_UNIT = rf"(?:{_INLINE_TAG}|&#?\w{{1,32}};|[^\s<\u2e80-\u9fff\uac00-\ud7ff\uf900-\uffef])"
_WORD = re.compile(f"{_UNIT}+")
_IN_TAG = r"(?=[\s/>])(?:[^<>\"']|\"[^\"]*\"|'[^']*')*+>"
_NO_TAG = re.compile(
    rf"<(?!/?(?:[abipqsu]|(?:\w+:)?(?:{_KNOWN})){_IN_TAG}|(?:{_KNOWN})[\s/][^<>]*=[^<>]*$|!--)",
    re.I,
)
_BREAK = re.compile(r"<(?=/?(?:br|p|div|li|h[1-6]|td|tr|dd|dt)\b)", re.IGNORECASE)


def clean(html: str, base: str = "", *, pictures: bool = False) -> str:
    """Safe HTML of TAGS alone, relative links resolved against `base`.

    Links lead to http, https or mailto, without what tracks people. Pictures keep their words;
    only small raster pictures within the text itself keep their `src`, and with `pictures` the
    addresses of others, for whoever asks for them and then calls `without_pictures`.
    """
    html = _wanted(html[:MAX_HTML])
    if _absurd(html):
        html = _text_only(html)
    for _ in range(4):
        safe = _safe(html, base, pictures)
        simple = not _is_signed(safe) and is_shallow(safe)
        html = _wanted(_unbroken(safe if simple else _reshaped(safe)))
        if simple and is_settled(html):
            return html
        if _cleaner(values=False).clean(html) == html and (simple or _shaped(html) == html):
            return html
    return _shaped(_safe(_text_only(html), base, pictures))


def without_pictures(html: str) -> str:
    """Cleaned HTML that names no picture elsewhere, as `clean` writes it by itself."""
    if "<img" not in html or ' src="http' not in html:
        return html
    return _IMAGE.sub(lambda tag: _ELSEWHERE.sub("", tag[0]), html)


def _wanted(text: str) -> str:
    """The text without _UNWANTED; what is printable has none of them."""
    return text if text.replace("\n", "").isprintable() else _UNWANTED.sub("", text)


def line(value: object, limit: int = 2000) -> str:
    """One line of plain text, `limit` characters at most, from a title, author or tag.

    Markup is dropped and entities are decoded once; "p<0.05" and "a <y" stay as they are.
    Anything but text and finite numbers is "".
    """
    if type(value) in (int, float) and -1e18 < cast(float, value) < 1e18:
        value = str(value)
    if not isinstance(value, str):
        return ""
    text = value[: limit * 8]
    if text.isprintable() and "<" not in text and "&" not in text:  # nothing unwanted or invisible
        text = text.strip(" ")
        return (" ".join(text.split()) if "  " in text else text)[:limit].rstrip()
    text = _wanted(text)
    if "<" in text:
        text = _BREAK.sub(" <", _NO_TAG.sub("&lt;", text))
        text = nh3.clean(text, tags=set(), clean_content_tags={"script", "style"})
    if "&" in text:
        text = _UNWANTED.sub("", entities.unescape(text))
    return " ".join(_INVISIBLE.sub("", text).split())[:limit].rstrip()


class _Here(threading.local):
    """What the values of attributes mean in the HTML that this thread cleans."""

    base = ""
    pictures = False


_here = _Here()


@lru_cache(maxsize=2)
def _cleaner(*, values: bool) -> nh3.Cleaner:
    """Takes out what is not in the lists; `values` also looks at what attributes hold."""
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(_GONE),
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute if values else None,
        strip_comments=True,
        link_rel=None,
        url_schemes={"http", "https", "mailto", "data"},
    )


def _safe(html: str, base: str, pictures: bool) -> str:
    _here.base, _here.pictures = base, pictures
    if not _ALIASES.keys().isdisjoint(map(str.lower, _NAME.findall(html))):
        html = _ALIAS.sub(lambda m: f"<{m[1]}{_ALIASES[m[2].lower()]}", html)
    return _cleaner(values=True).clean(html)


def _attribute(_tag: str, name: str, value: str) -> str | None:
    """The value to keep, or None. What is kept would be kept as it is if it came again."""
    for _ in range(4):
        kept = _kept(name, value, _here.base)
        if kept is None or kept == value or name in _SIGNS or kept == "!":
            return kept
        value = kept
    return None


def _kept(name: str, value: str, base: str) -> str | None:
    if name == "href":
        return link(value, base) if len(value) <= MAX_LINK else None
    if name == "src":
        return picture(value) or (web(value, base) if _here.pictures else None)
    if name in _VALUES:
        return value if re.fullmatch(_VALUES[name], value) else None
    if name in _SIGNS:
        hides = name == "hidden" or (name == "style" and _HIDING.search(value[:MAX_LINK]))
        return "" if hides or re.fullmatch(r"\s*[0-2](?:\.\d*)?(?:px)?\s*", value) else None
    return " ".join(value.split())[:MAX_WORD].rstrip() or None


def _shaped(html: str) -> str:
    """HTML as nh3 writes it, without what is hidden, tracks, nests too deep or never breaks."""
    simple = not _is_signed(html) and is_shallow(html)
    return _unbroken(html if simple else _reshaped(html))


def _unbroken(html: str) -> str:
    """HTML without words that are longer than a line can be."""
    if _has_spaces(html):
        return html
    longest = max(map(len, _INLINE_TAGS.sub("", html).split()), default=0)
    return _WORD.sub(_broken, html) if longest > MAX_WORD else html


def _is_signed(html: str) -> bool:
    return ('=""' in html or '"!"' in html) and bool(_SIGNED.search(html))


def _has_spaces(html: str) -> bool:
    """A space in every stretch, so often that no word is long, even through tags with spaces."""
    step = MAX_WORD // 2 // (1 + html.count('="'))
    return step > 20 and all(
        html.find(" ", at, at + step) >= 0 for at in range(0, len(html) - step + 1, step)
    )


def _reshaped(html: str) -> str:
    shaper = Shaper(_SIGNED)
    at = 0
    for tag in _SAFE_TAG.finditer(html):
        shaper.text(html[at : tag.start()])
        if tag[1]:
            shaper.end()
        else:
            shaper.start(tag[2], tag[3])
        at = tag.end()
    shaper.text(html[at:])
    return "".join(shaper.pieces)


def _broken(word: re.Match[str]) -> str:
    units = re.findall(_UNIT, word[0]) if len(word[0]) > MAX_WORD else []
    at = [i for i, unit in enumerate(units) if not unit.startswith("<")]
    for index in at[MAX_WORD::MAX_WORD]:
        units[index] = " " + units[index]
    return "".join(units) or word[0]


def _absurd(html: str) -> bool:
    """Made to be slow: to parse it as browsers do takes time that grows with its square."""
    for tag in _LONG_TAG.findall(html):
        if len(_QUOTED.sub("", tag).split()) > MAX_ATTRIBUTES:
            return True
    if html.count("<") <= _FEW_TAGS:
        return False
    opened = formatting = carried = 0
    tags = _TAG_START.findall(html)
    for end, name in tags:
        step = -1 if end else 1
        if (name := name.lower()) in _FORMATTING:
            formatting = max(0, formatting + step)
        elif name not in _CLOSED_BY_OTHERS and (opened := max(0, opened + step)) > MAX_OPEN:
            return True
        carried += formatting
    return len(tags) > MAX_TAGS or carried > _MAX_CARRIED


def _text_only(html: str) -> str:
    """The words of HTML that cannot be kept, as paragraphs."""
    html = re.sub(r"<(script|style)\b.*?(?:</\1|$)|<!--.*?(?:-->|$)", " ", html, flags=re.S | re.I)
    lines = entities.unescape(re.sub(r"<[^<>]*>?", "\n", html)).split("\n")
    words = (" ".join(text.split()) for text in lines)
    return "".join(f"<p>{entities.escape(text, quote=False)}</p>" for text in words if text)
