"""The aims for feeds, measured beside other readers in one run.

    python tests/benchmarks/bench_feeds.py TOOLS [--parts refresh,hang,search,memory,window,parse,akregator]
        [--rounds 3] [--peers newsboat-t100,newsboat-t16,newsboat,reader-w32]
        [--reader-python PYTHON]

TOOLS is a folder with make_feeds.py, serve_feeds.py and bench_refresh.py, which write and serve feeds
on loopback and run readers of the command line (newsboat; lemon24's `reader[cli]` in the Python given).

    refresh  first refresh at 0 and 200 ms, nothing changed twice: wall and CPU seconds, requests
    hang     two of 200 feeds never answer: how long until the others are stored, and without them
    search   6,000 new entries: how long after they are stored until all of them can be found
    akregator  first refresh at 0 and 200 ms beside Akregator, where it and Xvfb are installed (bench_gui.py)
    memory   1,000 feeds of 10 entries: the most that all our processes take together (PSS)
    window   how late the window's event loop is while 200 feeds are refreshed
    parse    entries a CPU second, ours and feedparser's

Ours is run with compiled modules, as it is installed. Machines are busy: trust CPU seconds and the ratios of one run.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

#: As an installed program runs: its modules are compiled once, before anything is measured.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
COMPILED = tempfile.mkdtemp(prefix="compiled-")
os.environ["PYTHONPYCACHEPREFIX"] = COMPILED

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = sys.executable
PHASES = "first,same,304"
#: Until all are listed, and until all are made and can be found; the latter has nothing left to do when
#: it is asked again.
OURS = ("studywire", "studywire-whole")


def made(tools: Path, folder: Path, feeds: int, entries: int, port: int) -> Path:
    """A folder of feeds that the server can serve."""
    target = folder / f"feeds{feeds}x{entries}"
    command = [PYTHON, str(tools / "make_feeds.py"), "--out", str(target), "--feeds", str(feeds)]
    command += ["--entries", str(entries), str(entries), "--port", str(port)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return target


@contextmanager
def served(tools: Path, feeds: Path, latency: int = 0, faults: str = "") -> Iterator[int]:
    """The server at work; its port."""
    command = [PYTHON, str(tools / "serve_feeds.py"), "--dir", str(feeds)]
    command += ["--latency", str(latency), "--faults", faults]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    assert server.stdout
    server.stdout.readline()
    try:
        yield json.loads((feeds / "manifest.json").read_text())["port"]
    finally:
        server.terminate()
        server.wait()


def refreshed(feeds: Path, folder: Path, *options: str) -> dict[str, float]:
    """One refresh of a new archive in a process of its own."""
    archive = Path(tempfile.mkdtemp(dir=folder)) / "a.db"
    opml = str(feeds / "feeds.opml")
    ours = [PYTHON, str(ROOT / "main.py"), "--archive", str(archive)]
    subprocess.run([*ours, "import", "--allow-local", opml], check=True, capture_output=True)
    before = _children()
    process = subprocess.Popen(
        [PYTHON, str(HERE / "refresh_once.py"), str(archive), *options], stdout=subprocess.PIPE
    )
    peak = Peak(process.pid)
    out, _ = process.communicate()
    found: dict[str, float] = json.loads(out)
    return found | {"MiB": peak.taken, "CPU": _children() - before}


def _children() -> float:
    """Processor seconds of all processes that have ended below this one."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Peak(threading.Thread):
    """The most memory that a process and its descendants take together, looked at ten times a second."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._pid = pid
        self.taken = 0.0
        self.start()

    def run(self) -> None:
        while Path(f"/proc/{self._pid}").exists():
            self.taken = max(self.taken, sum(map(_pss, _family(self._pid))) / 1024)
            time.sleep(0.1)


def _family(pid: int) -> list[int]:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
    except OSError:
        return []
    return [pid, *(one for child in text.split() for one in _family(int(child)))]


def _pss(pid: int) -> int:
    """Proportional set size in KiB: shared pages are shared out."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def refresh(given: argparse.Namespace, folder: Path) -> None:
    feeds = made(given.tools, folder, 200, 30, 8951)
    only = ",".join([*OURS, *given.peers.split(",")])
    for latency in (0, 200):
        command = [PYTHON, str(given.tools / "bench_refresh.py"), "--feeds", str(feeds)]
        command += ["--peers", str(HERE / "peers.json"), "--latency", str(latency), "--only", only]
        command += ["--rounds", str(given.rounds), "--phases", PHASES, "--timeout", "400"]
        names = {"lib_python": PYTHON, "reader_python": given.reader_python}
        names |= {"tools": str(given.tools)}
        for name, value in names.items():
            command += ["--set", f"{name}={value}"]
        out = subprocess.run(command, check=True, capture_output=True, cwd=ROOT, text=True).stdout
        rows = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
        for phase in PHASES.split(","):
            _compare([row for row in rows if row["phase"] == phase], phase, latency)


def _compare(rows: list[dict[str, Any]], phase: str, latency: int) -> None:
    ours = next(row for row in rows if row["peer"] == OURS[phase != "first"])
    for row in rows:
        wall, cpu = row["wall"][0], row["cpu"][0]
        print(
            f"{phase:6} {latency:3} ms  {row['peer']:14} wall {wall:7.2f} s  CPU {cpu:6.2f} s  "
            f"ours ÷ its: {ours['wall'][0] / wall:5.2f} wall {ours['cpu'][0] / cpu:5.2f} CPU  "
            f"{row['requests'] / 200:.2f} requests a feed, {row['conditional']} conditional"
        )


def hang(given: argparse.Namespace, folder: Path) -> None:
    feeds = made(given.tools, folder, 200, 30, 8952)
    times = {}
    for faults in ("", "hang=2"):
        with served(given.tools, feeds, 0, faults):
            times[faults] = refreshed(feeds, folder)["answered"]
    ratio = times["hang=2"] / times[""]
    print(
        f"hang   others stored in {times['hang=2']:.2f} s, {times['']:.2f} s without: {ratio:.2f}"
    )


def search(given: argparse.Namespace, folder: Path) -> None:
    feeds = made(given.tools, folder, 200, 30, 8953)
    with served(given.tools, feeds):
        told = refreshed(feeds, folder, "--index")
    after = told["searchable"] - told["stored"]
    cpu = told["CPU to index"]
    print(f"search 6,000 entries searchable {after:.2f} s after they were stored ({cpu:.2f} CPU s)")


def memory(given: argparse.Namespace, folder: Path) -> None:
    feeds = made(given.tools, folder, 1_000, 10, 8954)
    with served(given.tools, feeds):
        told = refreshed(feeds, folder, "--index")
    print(f"memory 1,000 feeds of 10: {told['MiB']:.0f} MiB in all, {told['stored']:.1f} s")


def window(given: argparse.Namespace, folder: Path) -> None:
    feeds = made(given.tools, folder, 200, 30, 8955)
    with served(given.tools, feeds):
        bench = [PYTHON, str(HERE / "bench_responsiveness.py"), str(feeds / "feeds.opml")]
        subprocess.run([*bench, "--study-seconds", "10"], check=True, cwd=ROOT)


def parse(given: argparse.Namespace, folder: Path) -> None:
    feeds = made(given.tools, folder, 40, 40, 8956)
    bench = [PYTHON, str(HERE / "bench_parse.py"), str(feeds), "--rounds", str(given.rounds)]
    subprocess.run(bench, check=True, cwd=ROOT)


def akregator(given: argparse.Namespace, folder: Path) -> None:
    lacks = [
        name for name in ("akregator", "xvfb-run", "xdotool", "openbox") if not shutil.which(name)
    ]
    if lacks:
        print(f"akregator not measured: {', '.join(lacks)} not installed")
        return
    feeds = made(given.tools, folder, 200, 30, 8957)
    for latency in (0, 200):
        command = [
            "xvfb-run",
            "-a",
            PYTHON,
            str(given.tools / "bench_gui.py"),
            "--feeds",
            str(feeds),
        ]
        command += ["--peers", "akregator", "--mode", "refresh", "--latency", str(latency)]
        command += ["--rounds", "1"]
        out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        its = json.loads(out.splitlines()[-1])
        with served(given.tools, feeds, latency):
            ours = refreshed(feeds, folder)
        wall, cpu = its["done"][0], its["cpu"][0]
        print(
            f"first  {latency:3} ms  akregator      wall {wall:7.2f} s  CPU {cpu:6.2f} s  "
            f"ours ÷ its: {ours['stored'] / wall:5.2f} wall {ours['CPU'] / cpu:5.2f} CPU  "
            f"{its['requests'] / 200:.2f} requests a feed"
        )


PARTS = {one.__name__: one for one in (refresh, hang, search, memory, window, parse, akregator)}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("tools", type=lambda text: Path(text).resolve())
    options.add_argument("--parts", default=",".join(PARTS))
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--peers", default="newsboat-t100,newsboat-t16,newsboat,reader-w32")
    options.add_argument("--reader-python", default=PYTHON)
    given = options.parse_args()
    print(f"load of this machine: {Path('/proc/loadavg').read_text(encoding='ascii').strip()}")
    subprocess.run([PYTHON, "-m", "compileall", "-q", str(ROOT / "reader")], check=True)
    with tempfile.TemporaryDirectory() as folder:
        for part in given.parts.split(","):
            PARTS[part](given, Path(folder))
            sys.stdout.flush()
    shutil.rmtree(COMPILED, ignore_errors=True)


if __name__ == "__main__":
    main()
