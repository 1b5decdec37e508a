"""Markdown pages are brought up to date around what the user wrote."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.export.markdown import escaped, logseq, obsidian, quoted, tag_name
from reader.export.regions import LOGSEQ, OBSIDIAN, fresh, merged
from reader.export.vault import Written, write_pages
from reader.model.annotation import Note
from reader.model.record import Record, Wishes
from tests.export.records import card, highlight, record, value


def export(folder: Path, *records: Record, kind: str = "obsidian") -> list[Written]:
    return list(write_pages(records, folder, kind, Wishes()))


def page_of(folder: Path) -> Path:
    (page,) = folder.glob("*.md")
    return page


@pytest.mark.parametrize("kind", ["obsidian", "logseq"])
def test_own_text_around_our_part_is_untouched(tmp_path: Path, kind: str) -> None:
    export(tmp_path, record(), kind=kind)
    page = page_of(tmp_path)
    page.write_bytes(page.read_bytes() + b"\r\nMy own   words.  \n\n- kept\t\n")
    old = page.read_bytes()
    again = record(1, marked=(highlight(), highlight(1, "followed for 10 weeks", "New thought")))
    (written,) = export(tmp_path, again, kind=kind)
    new = page.read_bytes()
    assert written.outcome == "updated"
    assert b"followed for 10 weeks" in new
    assert b"New thought" in new
    mark = b"studywire:end"
    assert new.partition(mark)[2] == old.partition(mark)[2]


def test_own_text_between_properties_and_our_part_is_untouched(tmp_path: Path) -> None:
    export(tmp_path, record())
    page = page_of(tmp_path)
    text = page.read_text("utf-8").replace("---\n%% studywire", "---\nAbove\n\n%% studywire")
    page.write_text(text, "utf-8")
    export(tmp_path, record(1, tags=("new",)))
    assert "---\nAbove\n\n%% studywire:begin" in page.read_text("utf-8")


def test_own_properties_and_tags_are_kept_and_ours_follow(tmp_path: Path) -> None:
    export(tmp_path, record())
    page = page_of(tmp_path)
    text = page.read_text("utf-8")
    text = text.replace("tags:\n", "rating: 5\n# mine\nnested:\n  - a\ntags:\n  - my/own\n")
    page.write_text(text, "utf-8")
    export(tmp_path, record(1, card=card(sample_size=(value(52),)), tags=("later",)))
    new = page.read_text("utf-8")
    for line in ("rating: 5\n", "# mine\n", "nested:\n  - a\n", "  - my/own\n", "n: 52\n"):
        assert line in new
    assert '  - "later"\n' in new


def test_a_property_of_ours_that_the_user_changed_is_his(tmp_path: Path) -> None:
    export(tmp_path, record())
    page = page_of(tmp_path)
    page.write_text(page.read_text("utf-8").replace("n: 48", "n: 47"), "utf-8")
    for size in (52, 53):
        export(tmp_path, record(1, card=card(sample_size=(value(size),)), tags=(str(size),)))
        assert "n: 47\n" in page.read_text("utf-8")


def test_the_same_again_changes_nothing(tmp_path: Path) -> None:
    export(tmp_path, record())
    before = page_of(tmp_path).read_bytes()
    (written,) = export(tmp_path, record())
    assert written.outcome == "same"
    assert page_of(tmp_path).read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("%% studywire:end %%", ""),
        ("# Tablet", "# My tablet"),
        ("%% studywire:begin", "%% begin"),
    ],
)
def test_a_page_changed_where_it_is_ours_stays_and_ours_goes_beside(
    tmp_path: Path, old: str, new: str
) -> None:
    export(tmp_path, record())
    page = page_of(tmp_path)
    page.write_text(page.read_text("utf-8").replace(old, new), "utf-8")
    kept = page.read_bytes()
    (written,) = export(tmp_path, record(1, tags=("x",)))
    assert written.outcome == "beside"
    assert page.read_bytes() == kept
    assert (tmp_path / written.name).read_text("utf-8").startswith("---\n")


def test_a_page_is_known_again_under_another_name(tmp_path: Path) -> None:
    export(tmp_path, record())
    page_of(tmp_path).rename(tmp_path / "my name.md")
    export(tmp_path, record(1, tags=("x",)))
    assert [path.name for path in tmp_path.iterdir()] == ["my name.md"]


def test_two_articles_of_one_title_are_two_pages(tmp_path: Path) -> None:
    one, two = record(1), record(2)
    said = replace(two.article.content, title=one.article.content.title)
    export(tmp_path, one, replace(two, article=replace(two.article, content=said)))
    assert len(list(tmp_path.glob("*.md"))) == 2


def test_a_link_out_of_the_folder_is_never_followed(tmp_path: Path) -> None:
    outside, vault = tmp_path / "outside.md", tmp_path / "vault"
    vault.mkdir()
    export(vault, record())
    page = page_of(vault)
    outside.write_text(page.read_text("utf-8"), "utf-8")
    page.unlink()
    page.symlink_to(outside)
    before = outside.read_bytes()
    export(vault, record(1, tags=("x",)))
    assert outside.read_bytes() == before
    assert all(path.resolve().parent == vault for path in vault.iterdir() if path != page)


def test_a_page_that_is_no_utf8_is_left_alone(tmp_path: Path) -> None:
    export(tmp_path, record())
    page = page_of(tmp_path)
    page.write_bytes(page.read_bytes() + b"\xff\xfe")
    (written,) = export(tmp_path, record(1, tags=("x",)))
    assert written.outcome == "beside"


@pytest.mark.parametrize(
    "said",
    [
        *("no", "1.0", "2024-01-01", "- x", "a: b", "# x", '"', "---", "{a}", "\u2028key: x", "'"),
        *("null", "~", "&a", "*a", "!tag", "|", ">", "%x", "@x", "`x`"),
    ],
)
def test_a_property_is_always_a_quoted_string(said: str) -> None:
    """Rule 4."""
    made = quoted(said)
    assert made.startswith('"')
    assert made.endswith('"')
    assert "\n" not in made
    assert "\u2028" not in made


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("# Heading", "\\# Heading"),
        ("1. list", "1\\. list"),
        ("- [ ] task", "\\- \\[ \\] task"),
        ("10.5555/x 2.5-fold", "10.5555/x 2.5-fold"),
        ("![[embed]]", "\\!\\[\\[embed\\]\\]"),
        ("$$x$$ %% c", "\\$\\$x\\$\\$ \\%\\% c"),
        ("key:: value", "key\\:: value"),
        ("<b>&lt;", "\\<b\\>\\&lt;"),
    ],
)
def test_text_of_others_is_escaped_in_markdown(said: str, shown: str) -> None:
    """Rule 5."""
    assert escaped(said) == shown


@pytest.mark.parametrize(
    ("name", "tag"),
    [("to do", "to-do"), ("ms/relapse", "ms/relapse"), ("2024", "n-2024"), ("a b/#c", "a-b/c")],
)
def test_a_tag_is_one_that_obsidian_takes(name: str, tag: str) -> None:
    assert tag_name(name) == tag


def test_a_note_that_looks_like_our_mark_does_not_end_our_part() -> None:
    end = "%% studywire:end %%"
    made = record(1, marked=(highlight(1, note=f"{end}\nmore"),))
    for wishes in (Wishes(), Wishes(live_notes=True)):
        page = obsidian(made, wishes)
        text = fresh(page, OBSIDIAN)
        assert text.count(f"\n{end}\n") == 1
        assert merged(text, page, OBSIDIAN) == text


def test_notes_keep_their_markdown_only_where_wished() -> None:
    made = record(1, marked=(highlight(1, note="see **this** <b>"),))
    assert "see \\*\\*this\\*\\* \\<b\\>" in obsidian(made, Wishes()).body
    assert "see **this** <b>" in obsidian(made, Wishes(live_notes=True)).body


def test_a_highlight_has_a_block_id_and_a_link_to_its_passage() -> None:
    body = obsidian(record(), Wishes()).body
    assert "\n\n^hl-01920000\n\n" in body
    assert "[passage](<https://example.org/news/1#:~:text=48%20adults%20took%20the%20drug>)" in body


def test_a_page_without_marks_cannot_be_merged() -> None:
    assert merged("just words", obsidian(record(), Wishes()), LOGSEQ) is None


def test_the_tags_of_a_highlight_are_tags_of_its_passage() -> None:
    tagged = record(1, marked=(replace(highlight(), tags=("to check", "ms/relapse", "#[[x]]")),))
    assert "> #to-check #ms/relapse #x\n" in obsidian(tagged, Wishes()).body
    assert "\n  tags:: to-check, ms/relapse, x\n" in logseq(tagged, Wishes()).body
    bare = record(1, marked=(highlight(),))
    assert "> #" not in obsidian(bare, Wishes()).body
    assert "tags::" not in logseq(bare, Wishes()).body


def test_a_note_on_the_article_is_a_block_of_its_own_in_logseq() -> None:
    note = Note("n", 1, "", "Read the paper\n- then ask", 1, 1)
    body = logseq(record(note=note), Wishes()).body
    assert body.endswith("\n- Read the paper\n  \\- then ask")
    live = logseq(record(note=note), Wishes(live_notes=True)).body
    assert live.endswith("\n- Read the paper\n  - then ask")
