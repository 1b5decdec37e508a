"""Names, passwords and tokens for feeds: kept in the system's keyring, never in the archive."""

import base64
import json
from typing import Any
from urllib.parse import urlsplit

from reader.model.errors import ReaderError

#: The name under which the keyring keeps them.
SERVICE = "Studywire"
_NO_KEYRING = (
    "This system has no keyring that Studywire can use, so it keeps no password. "
    "Set one up (KWallet, GNOME Keyring, Keychain, Credential Manager), and try again."
)


def authorization(address: str, kind: str) -> str:
    """The Authorization header for a feed, "" where none is set (RFC 7617, RFC 6750)."""
    if not kind:
        return ""
    secret = _read(address)
    if kind == "bearer":
        return f"Bearer {secret.get('token', '')}"
    pair = f"{secret.get('name', '')}:{secret.get('password', '')}"
    return "Basic " + base64.b64encode(pair.encode()).decode()


def keep_secret(address: str, secret: dict[str, str]) -> None:
    """Put name and password, or a token, into the keyring. Raises ReaderError without one."""
    keyring = _keyring()
    try:
        keyring.set_password(SERVICE, _account(address), json.dumps(secret))
    except keyring.errors.KeyringError as error:
        raise ReaderError(_NO_KEYRING) from error


def forget_secret(address: str) -> None:
    """Take what the keyring keeps for a feed out of it."""
    keyring = _keyring()
    try:
        keyring.delete_password(SERVICE, _account(address))
    except keyring.errors.PasswordDeleteError:
        return
    except keyring.errors.KeyringError as error:
        raise ReaderError(_NO_KEYRING) from error


def _read(address: str) -> dict[str, str]:
    keyring = _keyring()
    try:
        kept = json.loads(keyring.get_password(SERVICE, _account(address)) or "{}")
    except (keyring.errors.KeyringError, ValueError) as error:
        raise ReaderError(_NO_KEYRING) from error
    return kept if isinstance(kept, dict) else {}


def _account(address: str) -> str:
    """Secrets belong to an address without its query, which may change."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}{parts.path}"


def _keyring() -> Any:
    import keyring  # looks for the system's keyring, which takes a moment
    import keyring.errors

    return keyring
