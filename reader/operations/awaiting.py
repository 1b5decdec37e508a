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
        return (
            store.settings.one("extractor") != extractor()
            or store.pending.is_any("facts")
            or is_left_to_rules(store)
        )
    return work == "closely" and _has_new_classifier(store)


def extractor() -> Setting:
    """The row that says which extractor studied the archive."""
    return Setting("extractor", f'"{VERSION}"')


def by_rules() -> Setting:
    """The row that says up to which extractor nothing waits for a second reader in vain."""
    return Setting("by_rules", f'"{VERSION}"')


def second_reader(store: Store) -> str | None:
    """The name of the token classifier, where it is installed and wanted."""
    return second.name() if store.settings.all().read_closely else None


def is_left_to_rules(store: Store) -> bool:
    """Whether cards may be an older extractor's, as they wait for a second reader that is off."""
    return second_reader(store) is None and store.settings.one("by_rules") != by_rules()


def classifier(name: str) -> Setting:
    """The row that says which token classifier read the archive."""
    return Setting("classifier", f'"{name}"')


def _has_new_classifier(store: Store) -> bool:
    name = second_reader(store)
    return name is not None and store.settings.one("classifier") != classifier(name)
