"""Where the files that designers and word-list keepers touch lie: `resources/`."""

from pathlib import Path

_HERE = Path(__file__).parent
#: Beside the package in a checkout, within it when installed from a wheel.
FOLDER = next((f for f in (_HERE.parent / "resources", _HERE / "resources") if f.is_dir()), _HERE)


def resource(name: str) -> Path:
    """The path of a resource by its name with slashes, such as "icons/star.svg"."""
    return FOLDER / name
