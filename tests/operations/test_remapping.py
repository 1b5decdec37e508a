"""Other keys are rows of their own, and come back by undo."""

from reader.operations.remapping import remap, remapped, reset_keys
from reader.store.store import Store


def test_keys_are_kept_one_row_an_action(store: Store) -> None:
    change = remap(store, {"star": ["S", "Ctrl+B"], "tag": []}, "Keys of “Star”")
    assert change.label == "Keys of “Star”"
    store.apply(change)
    assert remapped(store) == {"star": ("S", "Ctrl+B"), "tag": ()}
    store.apply(change.reversed())
    assert remapped(store) == {}


def test_nothing_new_is_no_change(store: Store) -> None:
    store.apply(remap(store, {"star": ["B"]}, "Keys"))
    assert not remap(store, {"star": ["B"]}, "Keys")
    assert not remap(store, {"tag": None}, "Keys")
    store.apply(remap(store, {"star": None}, "Keys"))
    assert remapped(store) == {}


def test_all_are_reset_together(store: Store) -> None:
    store.apply(remap(store, {"star": ["B"], "tag": ["C"]}, "Keys"))
    store.apply(reset_keys(store))
    assert remapped(store) == {}
    assert store.settings.all().theme == "system"
