"""What can be set: every preference with the sentence that explains it."""

from dataclasses import dataclass, field

from reader.text.tongue import LANGUAGES


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several: (value, caption) pairs."""

    options: tuple[tuple[str | int, str], ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number; `suffix` is its unit as it is shown."""

    least: int
    most: int
    step: int = 1
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Switch:
    """Yes or no."""

    caption: str


@dataclass(frozen=True, slots=True)
class Words:
    """A line that is typed."""

    placeholder: str


@dataclass(frozen=True, slots=True)
class Face:
    """A font that is installed; "" is ours."""

    usual: str


Control = Choice | Number | Switch | Words | Face


@dataclass(frozen=True, slots=True)
class Preference:
    """A field of `reader.model.settings.Settings`."""

    section: str
    name: str
    title: str
    sentence: str
    control: Control
    #: Other words it is found by.
    words: str = ""
    #: (field, value): it counts only where that field has that value.
    needs: tuple[str, str] | None = field(default=None)


APPEARANCE, READING, FEEDS = "Appearance", "Reading", "Feeds and archive"
MODEL = "Models"
KEYS = "Keys"
SECTIONS = (APPEARANCE, READING, FEEDS, MODEL, KEYS)

_INTERVALS = (
    (0, "never"),
    (15, "every 15 minutes"),
    (30, "every 30 minutes"),
    (60, "every hour"),
    (180, "every 3 hours"),
    (720, "every 12 hours"),
    (1440, "every day"),
    (10_080, "every week"),
)

PREFERENCES = (
    Preference(
        APPEARANCE,
        "theme",
        "Colours",
        "Light and dark can follow the system; sepia is warm paper.",
        Choice(
            (("system", "As the system"), ("light", "Light"), ("sepia", "Sepia"), ("dark", "Dark"))
        ),
        "theme mode night",
    ),
    Preference(
        APPEARANCE,
        "interface_size",
        "Size of lists and menus",
        "All letters but those of the article, which have a size of their own.",
        Choice(tuple((percent, f"{percent} %") for percent in (90, 100, 115, 130, 150, 175, 200))),
        "scale zoom interface font",
    ),
    Preference(
        APPEARANCE,
        "language",
        "Language",
        "Of the window; articles stay in theirs. It holds from the next start on.",
        Choice((("", "That of the system"), *LANGUAGES.items())),
        "idioma español english translation",
    ),
    Preference(
        READING,
        "font",
        "Typeface of articles",
        "The usual one is a serif made for long reading.",
        Face("The usual serif"),
        "font",
    ),
    Preference(
        READING,
        "text_size",
        "Text size",
        "Of the article; Ctrl and plus, minus or 0 change it while you read.",
        Number(12, 36, suffix=" px"),
        "zoom font letters",
    ),
    Preference(
        READING,
        "measure",
        "Line length",
        "Lines of 60 to 75 characters are easiest to follow.",
        Number(45, 90, suffix=" characters"),
        "measure width column",
    ),
    Preference(
        READING,
        "line_height",
        "Line height",
        "The distance from line to line, as a share of the text size.",
        Number(120, 200, 5, " %"),
        "spacing leading",
    ),
    Preference(
        READING,
        "underline_highlights",
        "Highlights",
        "Each colour also has a line of its own, for eyes that do not tell colours apart.",
        Switch("Tell the colours by lines too"),
        "underline colour blind",
    ),
    Preference(
        READING,
        "mark_read",
        "Mark articles as read",
        "When an article that you open stops counting as unread.",
        Choice((("at_once", "At once"), ("after", "After a while"), ("by_hand", "Only by hand"))),
        "unread manual",
    ),
    Preference(
        READING,
        "mark_read_seconds",
        "After how long",
        "How long an article stays open before it counts as read.",
        Number(1, 60, suffix=" s"),
        "unread seconds",
        ("mark_read", "after"),
    ),
    Preference(
        FEEDS,
        "refresh_minutes",
        "Check feeds",
        "How often a feed is asked by itself; a feed may ask for longer pauses.",
        Choice(_INTERVALS),
        "refresh interval update automatic",
    ),
    Preference(
        FEEDS,
        "refresh_at_start",
        "At the start",
        "What is due is asked for a few seconds after the window opens.",
        Switch("Check when Studywire starts"),
        "refresh launch",
    ),
    Preference(
        FEEDS,
        "refresh_metered",
        "Paid connections",
        "Where the network counts what it carries, nothing is fetched by itself unless you say so.",
        Switch("Also check over a connection paid by volume"),
        "metered mobile",
    ),
    Preference(
        FEEDS,
        "backups",
        "Backups",
        "Once a day a copy of the archive is made and checked; File, Backups has them.",
        Switch("Back the archive up every day"),
        "copy restore safety",
    ),
    Preference(
        FEEDS,
        "notify",
        "Notifications",
        "One summary of what a check brought, while you look elsewhere.",
        Switch("Tell the desktop when articles came"),
        "notify",
    ),
    Preference(
        FEEDS,
        "tray",
        "Icon in the tray",
        "Closing the window then leaves Studywire there, and feeds are checked on.",
        Switch("Keep an icon in the tray"),
        "background close",
    ),
    Preference(
        MODEL,
        "read_closely",
        "Second reader",
        "Two small models on this computer read each text beside the rules and fill more of its card. They "
        "come with the extra “phrases” of the installation; without it this changes nothing.",
        Switch("Let the second reader fill study cards too"),
        "minilm onnx classifier phrases model closely",
    ),
    Preference(
        MODEL,
        "language_model",
        "Language model",
        "Where a model of your own runs on this computer, such as Ollama or llama.cpp. Empty is off: nothing is "
        "asked, and nothing leaves Studywire.",
        Words("off; for example http://localhost:11434"),
        "llm ai ollama openai",
    ),
    Preference(
        MODEL,
        "language_model_name",
        "Its name",
        "What it is called there; left empty, the first that the address offers is asked.",
        Words("the first there is"),
        "llm ai name",
    ),
    Preference(
        MODEL,
        "language_model_elsewhere",
        "Another computer",
        "The text of the article you ask about is sent to that computer.",
        Switch("The address may be another computer than this one"),
        "llm ai remote privacy",
    ),
)
