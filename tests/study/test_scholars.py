"""What is read where scholars speak themselves: the gate, marks of treatments, designs, sizes."""

import itertools

import pytest

from reader.study import exposures, extract, genre, identifiers, marked, scholars, size_model
from reader.study.intervention_model import Tagger, features, model, passages, tokens
from reader.study.reading.article import Article

TRIAL = (
    "Lanterin spray for seasonal hiccups: a randomised trial\n"
    "BACKGROUND: Hiccups are common in spring. METHODS: We randomised 84 adults with seasonal "
    "hiccups to lanterin spray or placebo. RESULTS: Attacks fell by 40% with lanterin (p < 0.01). "
    "CONCLUSIONS: Lanterin spray shortens attacks."
)
RECORD = (
    "Safety and Efficacy of Lanterin in Adults With Seasonal Hiccups\n"
    "The purpose of this study is to determine whether lanterin is effective in the treatment of "
    "hiccups. Participants will receive lanterin or placebo for 12 weeks."
)
TREATED = (
    "Spray therapy for stubborn hiccups\n"
    "To assess the efficacy of spray therapy in stubborn hiccups. Nineteen adults were treated with "
    "the spray for 4 weeks. Attacks improved in 14 patients, and no adverse events were noted. The "
    "treatment was effective and safe."
)
REVIEW = (
    "Mechanisms of the hiccup\n"
    "The hiccup has puzzled clinicians for centuries. Recent studies suggest a reflex of the brain "
    "stem. Several drugs have been shown to act on it, and management should be considered early. "
    "Its pathogenesis remains obscure."
)
RATS = (
    "Lanterin and hiccups in a rat model\n"
    "We investigated lanterin in rats. The rats were given lanterin or saline, and cells of the brain "
    "stem were cultured. Hiccups were fewer in treated rats than in control animals. These results "
    "suggest that lanterin acts on the brain stem."
)
NEWS = (
    "Spray shortens hiccups, study finds\n\n"
    "A nasal spray shortens attacks of hiccups, researchers at Lower Marsh University report.\n\n"
    "The team treated 84 adults. “You can hardly call it a cure,” said Ada Finch, who led the work."
)


@pytest.mark.parametrize("text", [TRIAL, RECORD, TREATED, RATS])
def test_abstracts_and_records_of_trials_are_scholarly(text: str) -> None:
    assert genre.scholarly(Article(text))


@pytest.mark.parametrize(
    "added",
    [
        " The team said so on Monday.",
        " Researchers at Lower Marsh found it.",
        " “It works,” said Ada Finch.",
        " You can buy it today, too.",
        " Ada Finch and colleagues found it.",
        " It doesn’t last.",
    ],
)
def test_a_word_of_news_is_enough_to_be_none(added: str) -> None:
    assert not genre.scholarly(Article(TRIAL + added))


def test_news_is_not_scholarly_and_no_model_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("a model was asked about news")

    monkeypatch.setattr(size_model, "log_odds", asked)
    monkeypatch.setattr(Tagger, "passages", asked)
    article = Article(NEWS)
    assert not genre.scholarly(article)
    assert exposures.mentions(article)
    assert extract.study(NEWS).one("sample_size") is not None


def test_long_texts_are_not_scholarly() -> None:
    assert not genre.scholarly(Article(TRIAL + " Attacks were measured." * 600))


def _known(text: str) -> str:
    """The same of a drug and a disease that the lists know."""
    text = text.replace("lanterin", "metformin").replace("Lanterin", "Metformin")
    return text.replace("Hiccups", "Migraine").replace("hiccups", "migraine")


def test_marks_are_passages_of_whole_words_that_do_not_overlap() -> None:
    text = _known(RECORD)
    article = Article(text)
    found = passages(article)
    assert found
    starts, ends = ({getattr(w, side) for w in article.words} for side in ("start", "end"))
    assert all(a in starts and b in ends and a < b for a, b in found)
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(found))
    assert {text[a:b].lower() for a, b in found} >= {"metformin"}


def test_the_tagger_adds_up_what_training_names() -> None:
    """The columns that are added up hold the features that the weights were fitted for."""
    weights = {"w-1=with": (2.0, -1.0), "b=with lanterin": (1.0, 0.0), "s0=AA": (9.0, 9.0)}
    row = tokens(Article("Attacks fell with lanterin."))
    said = Tagger(weights, [[0.0] * 3] * 3)._said(row)
    named = [
        tuple(sum(weights.get(name, (0.0, 0.0))[side] for name in names) for side in (0, 1))
        for names in features(row)
    ]
    assert said == named == [(0.0, 0.0), (0.0, 0.0), (0.0, 0.0), (3.0, -1.0)]


def test_a_name_found_once_is_found_wherever_it_stands() -> None:
    text = "Adults received lanterin. Later lanterin was stopped. Lanterin helped."
    tagger = Tagger({"w-1=received": (9.0, 0.0)}, [[-1.0, -9.0, 0.0]] * 3)
    assert [text[a:b] for a, b in passages(Article(text), tagger)] == [
        *("lanterin", "lanterin", "Lanterin")
    ]


def test_no_words_have_no_passages() -> None:
    assert model().passages([], []) == []


def test_marks_know_what_the_lists_know() -> None:
    rows = [row for row in marked.named(Article(_known(RECORD))) if row.marked]
    assert any(row.core == "metformin" and row.kind == "DRUG" for row in rows)


@pytest.mark.parametrize(
    ("text", "design", "details"),
    [
        (TREATED, "single_arm_trial", {"of_treatment": True}),
        (REVIEW, "other", {"form": "narrative_review"}),
        (RATS, "animal", {}),
        (TRIAL, "randomized_controlled_trial", {}),
    ],
)
def test_abstracts_tell_their_design_without_its_name(
    text: str, design: str, details: dict[str, object]
) -> None:
    (drawn,) = extract.values(Article(text), None)["study_type"]
    assert drawn.value == design
    assert details.items() <= drawn.details.items()
    span = drawn.evidence[0]
    assert text[span.start : span.end] == span.text


@pytest.mark.parametrize(
    ("text", "design", "form"),
    [
        (
            "Breathing training against hiccups\n"
            "To examine whether breathing training shortens hiccups. Thirty adults completed the "
            "training and were tested before and after. Attacks improved in most of them.",
            "single_arm_trial",
            None,
        ),
        (
            "Hiccups after a fall\n"
            "A previously healthy young woman presented with hiccups two days after a fall. "
            "Scans showed a bruised diaphragm. The attacks ceased within a month.",
            "case_report",
            None,
        ),
        (
            "Hiccups in the very old\n"
            "Hiccups are caused by a spasm of the diaphragm. The spasm is accompanied by a short "
            "sound. Diagnosis is made by listening. Sprays are the treatment of choice.",
            "other",
            "narrative_review",
        ),
        (
            "Hiccups and the clock\n"
            "This article reviews what is known of the daily rhythm of hiccups. Sprays are discussed. "
            "Two hundred adults were asked in earlier work.",
            "other",
            "narrative_review",
        ),
    ],
)
def test_people_treated_one_patient_and_reviews_are_told_apart(
    text: str, design: str, form: str | None
) -> None:
    (drawn,) = extract.values(Article(text), None)["study_type"]
    assert drawn.value == design
    assert drawn.details.get("form") == form


def test_what_a_study_discusses_is_no_review() -> None:
    text = (
        "Sound and length of hiccups\n"
        "The aim of this study was to compare short and long hiccups. Sounds of forty adults were "
        "recorded and correlated with the length of attacks. Applications are discussed."
    )
    assert "form" not in _details(text)


def test_companions_that_model_behaviour_make_no_model() -> None:
    text = (
        "Dogs as companions in a ward for hiccups\n"
        "The aim of this study was to describe dogs as modeling companions. Patients were visited "
        "daily, and patients walked more often."
    )
    (drawn,) = extract.values(Article(text), None).get("study_type", (None,))
    assert drawn is None or drawn.value != "modelling"


def _details(text: str) -> dict[str, object]:
    (drawn,) = extract.values(Article(text), None).get("study_type", (None,))
    return dict(drawn.details) if drawn else {}


def test_what_is_looked_at_is_no_treatment() -> None:
    text = (
        "Risk factors of hiccups: prevalence and associations\n"
        "The aim of this study was to estimate the prevalence of hiccups. Questionnaires were "
        "collected from 400 adults. Prevalence was 12%, and correlated with age."
    )
    assert genre.scholarly(Article(text))
    assert scholars.settled(Article(text), None) is None


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ("Of 210 adults screened, 84 were randomised to spray or placebo.", 84),
        ("84 ASA I and II operators were randomly assigned to spray or placebo.", 84),
        ("Eighty-four adults were randomised. Spray was given to 42 of them.", 84),
    ],
)
def test_sizes_of_abstracts(told: str, size: int) -> None:
    text = TRIAL.replace("We randomised 84 adults with seasonal hiccups to lanterin spray or placebo.", told)  # fmt: skip
    (found,) = extract.values(Article(text), None)["sample_size"]
    assert found.value == size
    assert text[found.evidence[0].start : found.evidence[0].end] == found.evidence[0].text


def test_a_trial_named_in_passing_is_not_the_one_reported() -> None:
    text = (
        "The trial was registered at ClinicalTrials.gov (NCT01234567; EudraCT number "
        "2010-012345-67). Sprays help, as the protocol of 2010-012345-67 says. "
        "Drops are tried, too (NCT07654321, NCT07654322)."
    )
    found = [number for number, _, _ in identifiers.numbers(Article(text))]
    assert found == ["NCT01234567", "2010-012345-67", "2010-012345-67"]
