"""What can go wrong in a way the user should read about.

    ReaderError
    ├── ArchiveError        the archive cannot be opened, read or written
    ├── FeedError           one feed cannot be had
    │   ├── AddressError    what was typed is no address we follow
    │   ├── FetchError      the server did not give it
    │   │   └── OfflineError    no server can be reached now
    │   └── ParseError      what it gave is not a feed
    ├── TextError           a document that cannot be read as text
    ├── StudyError          a text could not be studied in time or memory
    ├── ModelError          a language model on the user's machine did not answer
    └── WorkerError         a child process failed, was stopped, or ran out of time or memory

The message of each is a sentence for the user: what happened, and what to do.
Anything else that is raised is a mistake in the program.
"""


class ReaderError(Exception):
    """Something a user can understand and act on. The message is written for them."""


class ArchiveError(ReaderError):
    """The archive cannot be opened, read or written."""


class FeedError(ReaderError):
    """One feed cannot be had; the others go on."""


class AddressError(FeedError):
    """What was typed, or what a server pointed to, is no address we follow."""


class FetchError(FeedError):
    """The server did not give the feed. `status` is the HTTP status, 0 without an answer; `host`
    the server that said so, which wants to be left alone for `retry_after` seconds, 0 for any."""

    def __init__(self, message: str, status: int = 0, host: str = "", retry_after: int = 0) -> None:
        super().__init__(message)
        self.status = status
        self.host = host
        self.retry_after = retry_after


class OfflineError(FetchError):
    """No server can be reached, which is no fault of the feed."""


class ParseError(FeedError):
    """What the server gave is not a feed."""


class TextError(ReaderError):
    """A document that cannot be read as text."""


class StudyError(ReaderError):
    """A text that could not be studied within the limits of time and memory."""


class ModelError(ReaderError):
    """The language model that the user runs did not answer, or not in a way that helps."""


class WorkerError(ReaderError):
    """A child process failed, was stopped, or ran out of time or memory."""
