"""Which number of an abstract is the size: groups told in one breath, those who entered."""

import pytest

from reader.study import extract

LEAD = (
    "Lanterin and seasonal hiccups\n"
    "BACKGROUND: The aim of this study was to examine lanterin in hiccups. METHODS: {} "
    "RESULTS: Attacks fell with lanterin (p < 0.01). CONCLUSIONS: Lanterin shortens attacks."
)


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ("Eight heavy-snuff users, nine moderate-snuff users and 18 snuff-free control subjects were tested.", 35),
        ("Twenty snuff users (ten female) and twenty-two healthy controls were scanned.", 42),
        ("Eighteen normal volunteers (NVs) and 17 SVs took part in the sessions.", 35),
        ("We recruited 15 mild snuff users, 23 strong snuff users who had stopped for more than 1 year, and 14 controls.", 52),
        ("Using an open design, 15 males and 5 females were given three doses.", 20),
        ("The spray was given to healthy participants (16 males, 5 females).", 21),
        ("Forty-three patients were randomized to lanterin and 50 patients were randomized to saline.", 93),
        ("The sample comprised 58 females (saline = 31) and 33 males (saline = 12) (n = 91).", 91),
        ("Adults were assigned to one of two groups given the spray (spray group; N=20) or saline (saline group; N=23).", 43),
    ],
)  # fmt: skip
def test_groups_told_in_one_breath_are_added_up(told: str, size: int) -> None:
    assert _size(told) == size


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ("The authors included 1102 patients, 550 patients in the saline group, and 552 in the spray group.", 1102),
        ("Of 625 patients, 297 patients with long attacks had a second scan.", 625),
        ("Forty patients, 22 women and 18 men, were treated with the spray.", 40),
    ],
)  # fmt: skip
def test_parts_of_a_whole_are_not_added_to_it(told: str, size: int) -> None:
    assert _size(told) == size


@pytest.mark.parametrize(
    ("told", "size"),
    [
        ("Between May and June, 1360 patients were assessed, and 672 were randomly assigned to the spray or saline.", 672),
        ("In all, 541 patients were screened, of whom 144 were excluded and 397 were randomly assigned to the spray.", 397),
        ("From March to May, 68 (62%) of 109 patients with long attacks were recruited.", 68),
        ("In total, 67 (45 women) of 68 randomized patients received the spray.", 67),
        ("Forty-four overweight women started and 28 completed the protocol.", 44),
        ("In total, 220 women were randomized and 215 were included in the analysis (108 with spray, 107 with saline).", 220),
        ("Among 82 patients, 73 (89%) could be judged. 79 (96%) patients received other sprays before.", 82),
    ],
)  # fmt: skip
def test_those_who_entered_are_the_size(told: str, size: int) -> None:
    assert _size(told) == size


def _size(told: str) -> object:
    found = extract.study(LEAD.format(told)).values.get("sample_size", ())
    return found[0].value if found else None
