"""Where the archive lies unless the user says otherwise."""

from pathlib import Path

#: The variable of the environment that may say it.
VARIABLE = "STUDYWIRE_ARCHIVE"


def default_archive() -> Path:
    import platformdirs

    return platformdirs.user_data_path("studywire", appauthor=False) / "archive.db"
