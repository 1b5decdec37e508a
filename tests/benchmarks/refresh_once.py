"""One refresh of an archive's feeds, as the window does it: until all new articles are listed.

    python tests/benchmarks/refresh_once.py ARCHIVE [--index]

For measurements beside other readers, which neither clean nor lay out nor index; `--index` goes on until
every text is made and can be found. Prints a line of JSON: seconds until the last feed that answers was
stored, until all were done, until all could be searched, and the processor seconds of the latter in this
process.
"""

import json
import sys
import time
from contextlib import closing
from itertools import chain
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def main() -> None:
    # imported here, as the program does: children read this file, too
    from reader.app import collect_rarely, end_soon
    from reader.feeds.fetch import Fetcher
    from reader.operations.indexing import index
    from reader.operations.laying_out import lay_out
    from reader.operations.refreshing import check
    from reader.store.store import Store
    from reader.workers.pool import Workers

    collect_rarely()
    began = time.perf_counter()
    told: dict[str, float] = {}
    with Store(Path(sys.argv[1])) as store, closing(Fetcher()) as wire, closing(Workers()) as pool:
        for step in check(store, wire, pool, store.feeds.all()):
            if step.report and (to := step.report["moved_to"]):
                from reader.operations.subscribing import move  # as the window loads it

                feed = store.feeds.at(step.report["feed"])
                store.apply(move(store, feed, to)) if feed else None
            if step.report and "longer than" not in (step.report["error"] or ""):
                told["answered"] = time.perf_counter() - began
        told["stored"] = time.perf_counter() - began
        if "--index" in sys.argv:
            worked = time.process_time()
            for _ in chain(lay_out(store, pool), index(store)):
                pass
            told["searchable"] = time.perf_counter() - began
            told["CPU to index"] = time.process_time() - worked
    print(json.dumps(told))
    end_soon()


if __name__ == "__main__":
    main()
