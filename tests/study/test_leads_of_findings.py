"""What stands before a finding is sought only where a stem of reporting stands, and found all the same."""

import json
from pathlib import Path

from reader.study.findings import LEAD, lead
from reader.study.reading.article import Article

ARTICLES = sorted((Path(__file__).parents[1] / "data" / "news" / "articles").glob("*.json"))


def test_no_report_is_passed_by_for_want_of_a_stem() -> None:
    reports = 0
    for path in ARTICLES:
        article = Article(json.loads(path.read_text("utf-8"))["text"])
        for sentence in article.sentences:
            text = article.text[sentence.start : sentence.end]
            whole, quick = LEAD.match(text), lead(text)
            assert (quick and quick.span(), quick and quick["report"]) == (
                whole and whole.span(),
                whole and whole["report"],
            ), text
            reports += bool(whole and whole["report"])
    assert reports > 100
