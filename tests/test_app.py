"""Why no window can be opened, said in a sentence."""

import sys

import pytest

from reader import app

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="displays and libraries of Linux"
)


def test_without_a_display_the_verbs_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert app.main([]) == app.WRONG_USE
    said = capsys.readouterr().err
    assert "no display" in said
    assert all(verb in said for verb in ("add", "refresh", "study"))


def test_missing_libraries_are_named_as_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(app, "_loads", lambda library: library != "libEGL.so.1")
    assert "apt-get install libegl1\n" in app.why_no_window()


def test_with_x11_its_own_libraries_are_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setattr(app, "_loads", lambda library: "xcb" not in library)
    assert "libxcb-cursor0" in app.why_no_window()
    monkeypatch.setattr(app, "_loads", lambda library: True)
    assert app.why_no_window() == ""
