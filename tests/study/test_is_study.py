"""Whether an article reports a study."""

import pytest

from reader.study.is_study import is_study
from reader.study.reading.article import Article
from tests.study.stories import OTHERS, STUDIES


@pytest.mark.parametrize("name", STUDIES)
def test_news_of_one_study_is_told_as_a_study(name: str) -> None:
    verdict = is_study(Article(STUDIES[name]))
    assert verdict.value is True
    assert verdict.evidence


@pytest.mark.parametrize("name", OTHERS)
def test_other_news_is_not(name: str) -> None:
    assert is_study(Article(OTHERS[name])).value is False
