"""What the user can set. Defaults and comments here are the documentation."""

from reader.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Kept in the archive, one row a field."""

    #: "system", "light", "sepia" or "dark".
    theme: str = "system"
    #: Code of the window's language (ISO 639-1); "" is that of the system.
    language: str = ""
    #: Size of an article's text in pixels, 12 to 36.
    text_size: int = 18
    #: Characters in a line of an article, 45 to 90.
    measure: int = 66
    #: Height of a line as a share of the text size, in percent, 120 to 200.
    line_height: int = 150
    #: Face of an article's text, "" for the first of ours that is installed.
    font: str = ""
    #: Size of all other letters, in percent of the usual, 80 to 200.
    interface_size: int = 100
    #: When an opened article counts as read: "at_once", "after" some seconds or "by_hand".
    mark_read: str = "at_once"
    #: Those seconds, 1 to 60.
    mark_read_seconds: int = 3
    #: Colour of the next highlight.
    colour: str = "yellow"
    #: Tell the colours of highlights by lines too.
    underline_highlights: bool = False
    #: Minutes between automatic checks of a feed, 0 for none.
    refresh_minutes: int = 60
    #: Check what is due when Studywire starts.
    refresh_at_start: bool = True
    #: Check also where the network counts what it carries.
    refresh_metered: bool = False
    #: Back the archive up once a day.
    backups: bool = True
    #: Say in the desktop's notifications what a refresh brought.
    notify: bool = False
    #: Keep an icon in the tray; closing the window then leaves Studywire there.
    tray: bool = False
    #: Let the token classifier read each text too, where it is installed (extra `[phrases]`).
    read_closely: bool = True
    #: Address of a language model that the user runs, such as "http://localhost:11434"; "" is off.
    language_model: str = ""
    #: Its name there; "" is the first that the address offers.
    language_model_name: str = ""
    #: Whether it may be another machine, to which the texts of articles are then sent.
    language_model_elsewhere: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """One field of `Settings` that the user has set; `value` is JSON."""

    name: str
    value: str
