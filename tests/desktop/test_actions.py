"""The table of everything the window does."""

from collections import Counter

from reader.desktop.actions import DEEDS, MENUS


def test_no_key_has_two_meanings() -> None:
    keys = Counter(key for deed in DEEDS for key in deed.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_no_key_is_the_beginning_of_another() -> None:
    keys = [key for deed in DEEDS for key in deed.keys]
    begun = {key.split(", ")[0] for key in keys if ", " in key}
    assert begun & {key for key in keys if ", " not in key} == set()


def test_every_deed_stands_in_a_menu() -> None:
    assert {deed.menu for deed in DEEDS} == set(MENUS)
