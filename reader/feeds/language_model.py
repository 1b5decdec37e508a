"""A language model on the user's own machine, asked over the OpenAI-compatible protocol.

Ollama and llama.cpp both speak it. The connection is plain `http.client`: no proxy, no redirect and
no cookie can carry an article elsewhere. Only addresses of this machine are asked, unless the user
says that the model runs elsewhere.
"""

import http.client
import ipaddress
import json
import socket
import threading
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from reader.model.errors import AddressError, ModelError

#: Seconds that one answer may take, and seconds to connect.
PATIENCE, CONNECTING = 180.0, 5.0
#: Bytes an answer may have.
LIMIT = 1_000_000
#: Tokens the model may write.
TOKENS = 2_000


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model answers; `path` is that of the protocol's version, such as "/v1"."""

    host: str
    port: int
    path: str
    secure: bool = False

    @property
    def name(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{host}:{self.port}"


def endpoint(address: str, *, elsewhere: bool = False) -> Endpoint:
    """The endpoint at an address such as "http://localhost:11434". Raises AddressError."""
    typed = address.strip()
    try:
        parts = urlsplit(typed if "://" in typed else f"http://{typed}")
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise AddressError(f"“{typed}” is not an address of a language model.") from error
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.query:
        raise AddressError(
            f"“{typed}” is not an address of a language model. One looks like "
            "http://localhost:11434."
        )
    if not elsewhere and not _is_here(host):
        raise AddressError(
            f"{host} is not this machine. A language model is asked on this machine only, unless "
            "you say that it runs elsewhere: the text of the article would be sent there."
        )
    path = parts.path.rstrip("/")
    path = path if path.endswith("/v1") else f"{path}/v1"
    secure = parts.scheme == "https"
    return Endpoint(host, port or (443 if secure else 80), path, secure)


def _is_here(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


class LanguageModel:
    """A model at an address; without a name, the first that the address offers.

    `close` may be called from another thread and ends a wait.
    """

    def __init__(
        self, address: str, name: str = "", *, elsewhere: bool = False, patience: float = PATIENCE
    ) -> None:
        """Raises AddressError."""
        self.endpoint = endpoint(address, elsewhere=elsewhere)
        self.name = name
        self._elsewhere, self._patience = elsewhere, patience
        self._socket: socket.socket | None = None
        self._closed = self._ran_out = False

    def answer(self, instructions: str, text: str) -> str:
        """What the model writes. Raises ModelError."""
        body = {
            "model": self.name or self._first(),
            "messages": [
                {"role": "system", "content": instructions},
                {"role": "user", "content": text},
            ],
            "temperature": 0,
            "seed": 0,
            "max_tokens": TOKENS,
            "stream": False,
            "response_format": {"type": "json_object"},
        }
        said = self._ask("POST", "/chat/completions", body)
        try:
            content = said["choices"][0]["message"]["content"]
        except (KeyError, IndexError, TypeError) as error:
            raise self._senseless() from error
        if not isinstance(content, str):
            raise self._senseless()
        return content

    def close(self) -> None:
        """End what is under way."""
        self._closed = True
        self._hang_up()

    def names(self) -> list[str]:
        """The models that the address offers. Raises ModelError."""
        said = self._ask("GET", "/models", None)
        try:
            return [str(row["id"]) for row in said["data"]]
        except (KeyError, TypeError) as error:
            raise self._senseless() from error

    def _first(self) -> str:
        names = self.names()
        if not names:
            raise ModelError(
                f"{self.endpoint.name} offers no language model. Load one there, or name it."
            )
        self.name = names[0]
        return self.name

    def _ask(self, method: str, path: str, body: dict[str, Any] | None) -> Any:
        self._ran_out = False
        watch = threading.Timer(self._patience, self._run_out)
        watch.daemon = True
        watch.start()
        try:
            status, content = self._exchange(method, path, body)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._silent() from error
        finally:
            watch.cancel()
            self._socket = None
        if status != 200:
            raise ModelError(
                f"The language model at {self.endpoint.name} answered {status}{_reason(content)}."
            )
        try:
            return json.loads(content)
        except (ValueError, RecursionError) as error:
            raise self._senseless() from error

    def _exchange(self, method: str, path: str, body: dict[str, Any] | None) -> tuple[int, bytes]:
        kind = http.client.HTTPSConnection if self.endpoint.secure else http.client.HTTPConnection
        connection = kind(self.endpoint.host, self.endpoint.port, timeout=CONNECTING)
        try:
            connection.connect()
            self._watch(connection.sock)
            content = None if body is None else json.dumps(body).encode()
            headers = {"Content-Type": "application/json", "Accept": "application/json"}
            connection.request(method, self.endpoint.path + path, content, headers)
            response = connection.getresponse()
            answer = response.read(LIMIT + 1)
            if len(answer) > LIMIT:
                raise ModelError(f"The answer of {self.endpoint.name} is too long.")
            return response.status, answer
        finally:
            connection.close()

    def _watch(self, connected: socket.socket) -> None:
        """Keep the socket, to hang up; see that it leads where it should."""
        peer = str(connected.getpeername()[0])
        if not self._elsewhere and not _is_here(peer):
            raise ModelError(f"{self.endpoint.name} leads to {peer}, which is not this machine.")
        connected.settimeout(self._patience)
        self._socket = connected
        if self._closed:
            raise OSError("closed")

    def _run_out(self) -> None:
        self._ran_out = True
        self._hang_up()

    def _hang_up(self) -> None:
        if connected := self._socket:
            try:
                connected.shutdown(socket.SHUT_RDWR)
            except OSError:  # it has ended meanwhile
                return

    def _silent(self) -> ModelError:
        if self._closed:
            return ModelError("Stopped.")
        if self._ran_out:
            return ModelError(
                f"The language model at {self.endpoint.name} took longer than "
                f"{self._patience:.0f} seconds. A smaller model answers sooner."
            )
        return ModelError(
            f"No language model answers at {self.endpoint.name}. See that it runs, and that the "
            "address is right."
        )

    def _senseless(self) -> ModelError:
        return ModelError(
            f"What {self.endpoint.name} answered is not an answer of a language model. See that "
            "the address is right."
        )


def _reason(content: bytes) -> str:
    """What a server says of an error, in a few words."""
    try:
        said = json.loads(content)["error"]
        words = said["message"] if isinstance(said, dict) else said
    except (ValueError, KeyError, TypeError, RecursionError):
        return ""
    legible = "".join(c if c.isprintable() else " " for c in str(words)[:2_000])
    return ": " + " ".join(legible.split())[:200].rstrip(".")
