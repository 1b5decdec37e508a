"""The arms of a study whose whole is told."""

from reader.study import sample_size
from reader.study.reading.article import Article


def _arms(text: str) -> tuple[object, list[tuple[str, int]]]:
    article = Article(text)
    value = sample_size.sample_size(article, sample_size.weigh(article))
    assert value is not None
    return value.value, [(arm["label"], arm["n"]) for arm in value.details.get("arms", ())]


def test_arms_in_brackets_are_named_by_what_stands_before_them() -> None:
    assert _arms(
        "In this trial 1,009 women were randomly assigned to tea (n = 336), coffee and milk "
        "(n = 336), or milk and tea (n = 337). Sleep improved with tea."
    ) == (1009, [("tea", 336), ("coffee and milk", 336), ("milk and tea", 337)])


def test_arms_are_named_by_what_stands_behind_them() -> None:
    assert _arms(
        "We randomised 94 women into the study: 31 had acupuncture, 29 had a sham and 34 had no "
        "treatment. In this trial sleep improved."
    ) == (94, [("acupuncture", 31), ("sham", 29), ("no treatment", 34)])


def test_those_who_were_left_are_no_second_group() -> None:
    assert _arms(
        "This trial tested tea. Sixty-two patients were registered, and 50 were randomised: 27 "
        "received tea and 23 received water."
    ) == (50, [("tea", 27), ("water", 23)])


def test_two_arms_of_one_size_are_added_up() -> None:
    assert _arms("In this trial patients received tea (n = 40) or water (n = 40).")[0] == 80


def test_a_number_in_brackets_is_no_group_beside_the_whole() -> None:
    size, _ = _arms(
        "Among 182 patients who were randomised (98 women; 85 with asthma and 27 with eczema), "
        "coughing was rarer with tea in this trial."
    )
    assert size == 182


def test_what_befell_a_few_is_not_the_size() -> None:
    size, _ = _arms(
        "In this trial 540 healthy women were randomly assigned to tea or water. After 11 years, "
        "36 women (20 water, 16 tea) developed a cough."
    )
    assert size == 540
