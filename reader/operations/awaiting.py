"""Which long work is waited for, told without loading what does it."""

from reader.model.settings import Setting
from reader.store.store import Store
from reader.study.phrases import second
from reader.study.version import VERSION


def waits(store: Store, work: str) -> bool:
    """Whether articles wait for a kind of work, or will as soon as it begins."""
    if store.pending.is_any(work):
        return True
    if work == "study":
        return store.settings.one("extractor") != extractor() or store.pending.is_any("facts")
    return work == "closely" and _has_new_classifier(store)


def extractor() -> Setting:
    """The row that says which extractor studied the archive."""
    return Setting("extractor", f'"{VERSION}"')


def classifier(name: str) -> Setting:
    """The row that says which token classifier read the archive."""
    return Setting("classifier", f'"{name}"')


def _has_new_classifier(store: Store) -> bool:
    name = second.name()
    if name is None or not store.settings.all().read_closely:
        return False
    return store.settings.one("classifier") != classifier(name)
