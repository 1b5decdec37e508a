"""Short news with plain words for the design, and words of chance that are not of this study."""

import pytest

from reader.study import allocation, design
from reader.study.extract import study
from reader.study.is_study import is_study
from reader.study.reading.article import Article
from tests.study.short_others import OTHERS
from tests.study.short_studies import STUDIES

DESIGNS = {
    "peppermint_capsules": "randomized_controlled_trial",
    "texting_diabetics": "randomized_controlled_trial",
    "knee_braces": "randomized_controlled_trial",
    "new_pill": "randomized_controlled_trial",
    "gene_therapy": "single_arm_trial",
    "cannabis_oil": "single_arm_trial",
    "quiet_wards": "nonrandomized_trial",
    "sugar_tax": "nonrandomized_trial",
    "surgeons_let": "nonrandomized_trial",
    "shift_work": "cohort",
    "early_readers": "cohort",
    "cat_protect": "cohort",
    "after_icu": "cohort",
    "hospital_files": "cohort",
    "walkers_keep": "cohort",
    "pesticides_more": "case_control",
    "motorcyclists_without": "case_control",
    "one_five": "cross_sectional",
    "stunted_children": "cross_sectional",
    "doctors_miss": "cross_sectional",
    "app_reads": "cross_sectional",
    "teenagers_who": "cross_sectional",
    "rare_clots": "case_series",
    "man_s": "case_report",
    "burns_from": "case_series",
    "vitamin_c": "meta_analysis",
    "little_evidence": "systematic_review",
    "stretching_before": "meta_analysis",
    "old_mice": "animal",
    "old_drug": "in_vitro",
    "masks_trains": "modelling",
    "what_stops": "qualitative",
    "life_after": "qualitative",
    "comet_carries": "other",
    "cost_dementia": "modelling",
    "nap_pods": "randomized_controlled_trial",
    "light_therapy": "randomized_controlled_trial",
    "booster_protects": "cohort",
    "hearing_aids": "single_arm_trial",
    "cooling_helps": "randomized_controlled_trial",
    "hip_cement": "cohort",
    "fasting": "randomized_controlled_trial",
    "diet_gout": "cohort",
    "coffee_drinkers": "cohort",
}
#: Known to be missed: no word of a study, nobody counted.
MISSED = frozenset(
    [
        "stitches_glue",
        "bees_remember",
        "ginger_eases",
        "longer_school",
        "pigs_new",
        "plastic_placentas",
        "tiny_beads",
    ]
)
#: Known to be taken for studies.
TAKEN = frozenset(["school_nurse"])


@pytest.mark.parametrize("name", DESIGNS)
def test_plain_words_tell_the_design(name: str) -> None:
    (found,) = study(STUDIES[name]).values["study_type"]
    assert found.value == DESIGNS[name]


@pytest.mark.parametrize("name", sorted(STUDIES.keys() - MISSED))
def test_a_study_told_in_a_few_lines_is_one(name: str) -> None:
    assert is_study(Article(STUDIES[name])).value is True


@pytest.mark.parametrize("name", sorted(OTHERS.keys() - TAKEN))
def test_other_short_news_is_none(name: str) -> None:
    assert is_study(Article(OTHERS[name])).value is False


LEAD = """Walking eases stiff knees, study finds

People with stiff knees who walk more have less pain, a study by Ada Fernhill and colleagues at Lakeside University suggests. They report it in Joint Letters.

The study followed 412 people for two years. """


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody was allotted to walk: the participants chose for themselves.",
        "Only a randomized trial could settle the matter, said Fernhill.",
        "A trial in which chance decides who walks would settle it.",
        "It was not chance that decided who walked and who did not.",
        "No coin was tossed: those who walked did so because they liked it.",
        "No lots were drawn.",
        "Who walked was not left to chance.",
        "Because people were not assigned at random, the walkers may have been fitter.",
        "Participants were not allocated to the groups by a draw.",
        "The walkers had not been picked out of a hat.",
        "Doctors, not chance, decided who got the stick.",
        "What is needed now is a trial in which people are drawn by lot.",
        "Next, the team wants to let a coin decide who walks.",
        "Without randomisation, differences between the groups cannot be ruled out.",
        "The two groups were not formed by chance.",
        "Fernhill hopes that somebody will now run a double-blind, placebo-controlled trial.",
        "A randomised trial of walking is under way in Leeds and will report next year.",
        "An earlier trial, in which 60 people were randomly assigned to walk or rest, found nothing.",
        "In 2012 Swedish doctors drew lots to decide who should walk, and found no difference.",
        "Randomised trials, the gold standard, compare people who were allotted by chance.",
        "People who want to lose weight are often told to rely on chance.",
        "In such trials neither patients nor doctors know who gets the drug.",
        "It would be unethical to leave people without a stick by the toss of a coin.",
        "A random sample of 400 members was taken.",
        "Households were chosen at random from the register.",
        "By chance, Fernhill met a man who had stopped walking.",
    ],
)
def test_chance_that_decided_nothing_here_makes_no_trial(sentence: str) -> None:
    article = Article(LEAD + sentence)
    drawn = design.study_type(article, None, cells=False)
    assert drawn is not None
    assert drawn.value != "randomized_controlled_trial"
    told = allocation.randomized(article)
    assert told is None or told.value is False
