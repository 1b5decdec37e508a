"""A file appears whole or not at all, and nowhere else."""

import os
from pathlib import Path

import pytest

from reader.export.file_names import LIMIT, file_name
from reader.export.places import whole
from reader.model.errors import ReaderError


def test_a_file_that_fails_half_way_leaves_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "x.ris"
    path.write_text("old")
    with pytest.raises(ZeroDivisionError), whole(path) as file:
        file.write(f"new {1 / 0}")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_until_it_is_whole_the_old_file_is_there(tmp_path: Path) -> None:
    path = tmp_path / "x.ris"
    path.write_text("old")
    with whole(path) as file:
        file.write("new")
        file.flush()
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    """Rule 9."""
    target, link = tmp_path / "target", tmp_path / "link.ris"
    target.write_text("precious")
    link.symlink_to(target)
    with whole(link) as file:
        file.write("export")
    assert target.read_text() == "precious"
    assert not link.is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="permissions are POSIX's")
def test_permissions_of_a_file_are_kept_and_a_new_one_has_the_usual(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch(mode=0o600)
    for path in (old, new):
        with whole(path) as file:
            file.write("x")
    mask = os.umask(0)
    os.umask(mask)
    assert old.stat().st_mode & 0o777 == 0o600
    assert new.stat().st_mode & 0o777 == 0o666 & ~mask


@pytest.mark.parametrize("name", ["", "missing/x.ris"])
def test_a_place_where_nothing_can_be_written_is_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReaderError, match=r"\.$"), whole(tmp_path / name) as file:
        file.write("x")


@pytest.mark.parametrize(
    "title",
    [
        *("../../.bashrc", "..\\..\\x", "/etc/passwd", "C:\\x", "con", "NUL.txt", "com¹", ".", ""),
        *(".hidden", "-rf", "a" * 500, "東" * 200, "a\x00b", "\u202egnp.exe", "x. ", "[[x]]#y^z"),
        *("a:b|c?d*e", "\n\n", "\ud800"),
    ],
)
def test_a_name_is_safe_everywhere(title: str, tmp_path: Path) -> None:
    """Rule 9."""
    name = file_name(title, (), ".md")
    assert len(name.encode()) <= LIMIT
    assert (tmp_path / name).resolve().parent == tmp_path.resolve()
    assert name[0] not in ".-~ "
    assert not set(name) & set('/\\:*?"<>|#^[]')
    (tmp_path / name).touch()


def test_names_that_differ_in_case_alone_are_told_apart() -> None:
    assert file_name("Tides", {"tides.md", "TIDES (2).md"}, ".md") == "Tides (3).md"


def test_what_a_kill_left_half_written_goes_once_it_is_old(tmp_path: Path) -> None:
    old, new = tmp_path / ".studywire-a.part", tmp_path / ".studywire-b.part"
    for path in (old, new):
        path.write_text("half", encoding="utf-8")
    os.utime(old, (0, 0))
    with whole(tmp_path / "notes.csv") as file:
        file.write("whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == [new.name, "notes.csv"]
