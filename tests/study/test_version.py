"""An extractor that may say something else has another version, so that archives are studied anew."""

from reader.study.version import VERSION
from tests.study.version import digest, recorded


def test_a_changed_extractor_has_another_version() -> None:
    assert recorded() == (VERSION, digest()), "run `python -m tests.study.version`"
