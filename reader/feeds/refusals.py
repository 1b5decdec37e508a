"""Why a server did not give a feed, each in a sentence with what to do next."""

import errno
import socket
import ssl
from collections.abc import Mapping

from reader.feeds.manners import retry_after
from reader.model.errors import FetchError, OfflineError

TIMED_OUT = "{} took longer than {:.0f} seconds to answer. Try again later."
TOO_LARGE = "The answer is larger than 10 MB. Studywire reads no feed of that size."
LARGER = "The answer is larger than {:g} MB, so it was not kept."
CUT = "The answer broke off before its end. Try again later."
GARBLED = "{} does not answer as a web server should. Check the address, or try again later."
ENCODED = "{} sent the feed packed in a way that was not asked for. Try again later."
INWARD = "{} leads to this computer or a private network, and Studywire does not follow it there."
LOOP = "The server sends from one address to the next without end. Check the address."
NOWHERE = "The server points to another address without saying which. Try again later."
ELSEWHERE = "The server points to an address that Studywire does not follow. {}"
UNASKED = "The server says that nothing has changed, though it was not asked. Try again later."
PROXY = "The proxy {} lets nothing through. Check the network's settings, or those of this feed."
OFFLINE = "The network cannot be reached. Check the connection."

_STATUS = {
    401: "{} wants a name and a password. Ask the publisher for an address that is open to all.",
    402: "{} gives this feed to those who pay only.",
    403: "{} refuses to give this feed to programs. Ask the publisher for the feed's address.",
    404: "{} has nothing at this address. Check it, or add the site's own address to look for feeds.",
    407: "A proxy on the way wants a name and a password. Check the network's settings.",
    408: "{} gave up waiting. Try again later.",
    410: "{} has ended this feed for good. What you have stays; nothing new will come.",
    429: "{} asks for fewer requests. Studywire tries again later.",
    451: "{} may not give this feed, for legal reasons.",
}
_HUMANS = "{} wants proof of a human visitor, so no program can read this feed. Ask the publisher."
_FAULT = "{} has trouble of its own. Studywire tries again later."
_OTHER = "{} answers in a way that is no feed. Check the address."

#: By OpenSSL's number (X509_V_ERR_…).
_CERTIFICATES = {
    62: "The certificate of {} belongs to another site, so it may not be the one it says it is.",
    10: "The certificate of {} has expired. Try again when its owner has renewed it.",
    18: "{} has made its certificate itself, so nobody vouches for it.",
    19: "The certificate of {} comes from someone whom this computer does not know.",
    20: "The certificate of {} comes from someone whom this computer does not know.",
}
_NO_NETWORK = (errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL)
_BROKEN: tuple[tuple[type[OSError], str], ...] = (
    (TimeoutError, "{} does not answer. Try again later."),
    (ConnectionRefusedError, "{} takes no connections. Check the address, or try again later."),
    (ConnectionError, CUT),
)
_INSECURE = "No secure connection to {} can be made. Try again later, or check the address."


def refused(status: int, host: str, headers: Mapping[str, str], now: float) -> FetchError:
    """What an answer other than 200 and 304 means (RFC 9110, 15), and when to ask again."""
    sentence = _STATUS.get(status) or (_FAULT if status >= 500 else _OTHER)
    if headers.get("cf-mitigated", "").lower() == "challenge":
        sentence = _HUMANS
    wait = retry_after(headers.get("Retry-After", ""), now)
    return FetchError(f"{sentence.format(host)} (HTTP {status})", status, host, wait)


def failed(error: BaseException, host: str) -> FetchError:
    """What kept us from an answer: name service, network, certificate."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return FetchError(_CERTIFICATES.get(error.verify_code, _INSECURE).format(host))
    if isinstance(error, ssl.SSLError):
        return FetchError(_INSECURE.format(host))
    if isinstance(error, socket.gaierror):
        return _unknown_name(error, host)
    if isinstance(error, OSError) and error.errno in _NO_NETWORK:
        return OfflineError(OFFLINE)
    for kind, sentence in _BROKEN:
        if isinstance(error, kind):
            return FetchError(sentence.format(host))
    if isinstance(error, OSError) and error.errno == errno.EHOSTUNREACH:
        return FetchError(f"No way leads to {host} now. Try again later.")
    return FetchError(GARBLED.format(host))


def _unknown_name(error: socket.gaierror, host: str) -> FetchError:
    if error.errno == socket.EAI_AGAIN:
        return OfflineError(
            f"The name {host} cannot be looked up now. Check the connection, or try again later."
        )
    return FetchError(
        f"There is no server called {host}, or this computer is offline. Check the address."
    )
