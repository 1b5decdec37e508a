"""Feeds in files of this computer, for what the user typed himself."""

import os
import stat

from reader.feeds.addresses import file_path
from reader.model.errors import FetchError
from reader.model.feed import Request, Response, Validators

#: Bytes; the same as for an answer from a server.
MAX_FILE = 10 * 2**20


def read_file(request: Request) -> Response:
    """The file at a file: address, status 304 where it has not changed. Raises FeedError.

    Only regular files are opened: no folder, device or pipe.
    """
    if not request.local:
        raise FetchError("Studywire opens only those files that you name yourself.")
    path = file_path(request.address)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise FetchError(f"{path.name or path} is not a file that holds a feed.")
        if about.st_size > MAX_FILE:
            raise FetchError(
                f"{path.name} is larger than 10 MB. Studywire reads no feed that size."
            )
        etag = f'"{about.st_mtime_ns:x}-{about.st_size:x}"'
        if request.validators.etag == etag:
            return Response(request.address, b"", status=304)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY)
        with os.fdopen(descriptor, "rb") as file:
            body = file.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise FetchError(f"There is no file {path}. Check its name.") from error
    except PermissionError as error:
        raise FetchError(f"You may not read the file {path}.") from error
    except (OSError, ValueError) as error:
        raise FetchError(f"The file {path} cannot be read.") from error
    return Response(request.address, body, validators=Validators(etag=etag))


_BINARY = getattr(os, "O_BINARY", 0)
