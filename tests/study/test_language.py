"""Texts in other languages say their language and make no card."""

import pytest

from reader.study.extract import study
from reader.study.reading.language import language

TEXTS = {
    "en": "The researchers found that the treatment was safe in most of the patients they followed.",
    "de": "Die Forscher haben in einer Studie gezeigt, dass die Behandlung bei 35 Patienten wirkt und sicher ist.",
    "fr": "Les chercheurs ont montré dans une étude que le traitement est efficace chez 35 patients.",
    "es": "Los investigadores encontraron en un estudio que el tratamiento es eficaz en 35 de los pacientes.",
    "it": "I ricercatori hanno trovato che il trattamento è efficace nella maggior parte dei pazienti con la malattia.",
    "pt": "Os pesquisadores mostraram que o tratamento não é eficaz para as pessoas com a doença em um estudo.",
    "nl": "De onderzoekers hebben in een studie met 35 patiënten gezien dat de behandeling niet werkt.",
    "sv": "Forskarna har i en studie visat att behandlingen inte är bättre för de patienter som får den.",
    "pl": "Badacze pokazali w badaniu, że leczenie nie jest skuteczne i że pacjenci się nie poprawili.",
    "ru": "Исследователи обнаружили, что лечение эффективно у 35 пациентов.",
    "el": "Οι ερευνητές βρήκαν ότι η θεραπεία είναι αποτελεσματική.",
    "ar": "وجد الباحثون في دراسة أن العلاج فعال لدى 35 مريضا.",
    "he": "החוקרים מצאו במחקר כי הטיפול יעיל.",
    "zh": "研究人员发现这种药物对35名患者有效。",
    "ja": "研究者らはこの薬が35人の患者に効くことを発見した。",
    "ko": "연구진은 이 약이 환자 35명에게 효과가 있음을 발견했다.",
    "hi": "शोधकर्ताओं ने पाया कि उपचार प्रभावी है।",
    "th": "นักวิจัยพบว่าการรักษาได้ผล",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items())
def test_the_language_is_told(code: str, text: str) -> None:
    assert language(text) == code


@pytest.mark.parametrize("code", [code for code in TEXTS if code != "en"])
def test_no_guess_is_made_in_a_language_that_cannot_be_read(code: str) -> None:
    card = study(TEXTS[code])
    assert (card.language, card.is_study.value, dict(card.values)) == (code, None, {})


@pytest.mark.parametrize("text", ["", "   ", "12 34 56 78", "MS 2010", "A B C D " * 50])
def test_nothing_is_said_of_the_language_of_too_few_words(text: str) -> None:
    assert language(text) == ""


def test_a_foreign_name_or_two_leaves_english_english() -> None:
    text = "The team from the Institut de la Vision and Die Zeit said that the study was small."
    assert language(text) == "en"
