"""Remembering what went wrong in this run, for a report of it."""

import logging
import time
import traceback
from collections import deque

#: Records that are kept for a report.
KEPT = 30


class Remembering(logging.Handler):
    """Keeps the last warnings and mistakes of this run, for a report: what kind of thing happened
    and where in the program, never what it happened to."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: deque[str] = deque(maxlen=KEPT)

    def emit(self, record: logging.LogRecord) -> None:
        when = time.strftime("%H:%M:%S", time.localtime(record.created))
        words = [f"{when} {record.levelname} {record.name}: {record.msg}"]
        if record.exc_info and record.exc_info[1] is not None:
            words += traceback.format_exception(record.exc_info[1])
        self.records.append("".join(line if line.endswith("\n") else f"{line}\n" for line in words))
