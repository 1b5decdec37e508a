"""Caveats in whole turns of phrase, and sentences with the same words that limit nothing."""

import pytest

from reader.study.extract import study

STORY = (
    "Fewer sore knees\n\nResearchers at Elmsford University report a new finding on sore knees. "
    "In the trial, 180 adults were given a brace or none. Knees hurt a third less with the brace, "
    "the researchers found.\n\n{}\n\nThe findings were published in The Lancet.\n"
)

CAVEATS = """
Because the study was not designed to test whether the drug prevents death, that question stays open.
The number of deaths was low, so differences between the groups could be down to chance.
The researchers had no record of how much the women drank.
The authors point out that their trial focused on people with mild disease.
They stress that the results apply only to patients treated within three hours.
The findings come from a single hospital and might be different elsewhere.
The analysis could not take account of changes in diet over time.
Since everyone in the study was treated, there was no way of knowing who would have got better without the drug.
The team could follow only 60 percent of the patients to the end.
One caution is that the work was done in mice, whose immune systems are unlike our own.
What these data cannot tell us is whether the treatment extends life.
The investigators did not know how long patients had had symptoms before they were seen.
However, the study had little power to detect differences in rare side effects.
The results may not be generalizable to women, who made up only a tenth of the participants.
Patients who agreed to be tested may have been more worried about their health than those who refused.
It is possible that parents who breastfeed differ in other ways from those who do not.
Whether these improvements last beyond a year is not known.
The study was too short to show whether the effect would last.
The trial was stopped before it had recruited as many patients as planned.
Some of the patients could not be contacted, and these may have been the sickest.
The research was based on death certificates, which are often inaccurate.
An important weakness is that smoking was recorded for only half of the men.
Confidence in the estimate is limited, as only eleven cases occurred.
The findings, based on cells grown in the laboratory, may not reflect what happens in the body.
They also note that doctors, not researchers, decided who was given the new drug.
There may be other differences between the two groups that the study did not measure.
This type of study can only show an association.
It remains possible that an unmeasured factor explains the link.
The researchers did not have access to information about the participants' diets.
Nearly a third of participants left the trial before it finished.
All the patients were recruited from specialist centers, so the results may not hold in general practice.
The model makes several assumptions, for example that people mix at random.
The estimates depend heavily on the assumption that half of all cases are reported.
The studies included in the review were of poor quality and differed widely in their methods.
The data come from a time before antiretroviral drugs were available.
These findings are preliminary and need to be repeated in a larger group.
Larger studies are needed to confirm the results.
The study looked at only one strain of the parasite.
There was no comparison group, so the improvement cannot be put down to the treatment with certainty.
The authors caution that long-term safety has not been established.
The change was measured at a single point in time.
The diagnosis was not confirmed by a laboratory test in most cases.
The researchers relied on what mothers remembered.
The authors say the results should not be taken as proof that the vaccine works.
The participants were mainly well-off volunteers, who tend to be healthier than the population at large.
The sample was drawn from one city and does not represent the whole country.
The numbers in some groups were so small that no firm conclusions can be drawn.
The difference was not statistically significant in women, perhaps because there were too few of them.
Information on previous treatment was missing for a quarter of patients.
Neither patients nor doctors were blinded to the treatment.
The drug was tested against placebo rather than against the best existing treatment.
It's not yet clear if the same would be true of younger people.
The researchers did not examine whether treatment made a difference to survival.
The study cannot say whether poor sleep leads to weight gain or the other way around.
The work has so far only been done in the lab.
The findings were presented at a meeting and have not been reviewed by independent experts.
Recall of past sunburn is notoriously unreliable.
The time of follow-up, at two years, was relatively brief.
As with any observational study, the link may be explained by other things.
""".strip().splitlines()

OTHERS = """
Premature babies are more likely to need oxygen.
The vaccine did not work in children who had been infected before.
Until now, it was unclear how the virus enters cells.
The cause of the disease is unknown.
Little is known about what causes the pain.
There is no cure for the disease, and current treatments do not slow it.
Many people do not know they are infected.
The drug did not reduce the number of deaths.
Patients given the drug were not more likely to have a heart attack.
Small molecules that block the enzyme are already used in people.
The small intestine is lined with such cells.
Smaller studies had given conflicting results.
Previous studies were too small to answer the question.
Earlier trials had been short and had included few women.
It has been difficult to find genes that raise the risk of depression.
Most patients with the disease are never diagnosed.
The children were followed for two years.
Only one in five had been vaccinated.
Only 12 patients needed surgery.
The team did not find any link between vaccination and autism.
There was no difference in weight between the groups.
The researchers adjusted for smoking, age and sex.
To avoid bias, the people who read the scans were not told which group a patient was in.
Women are less likely than men to be offered the operation.
Doctors should be cautious about prescribing the drug to older people.
The researchers now plan a larger trial.
A larger trial is under way.
More money is needed for prevention.
If confirmed, the finding could lead to a test.
"We were surprised by how strong the effect was," said Dr Brown.
This means that the body cannot make enough insulin.
Cells without the protein could not divide.
The mutant mice did not learn the task.
Flies that lacked the gene did not sleep.
The parasite may differ from place to place.
People with the variant may have missed out on its protection.
The findings suggest that screening may not benefit older women.
Too much salt raises blood pressure.
Children who ate too few vegetables were more often ill.
Side effects were mild and included headache and nausea.
Few patients stopped treatment because of side effects.
Without treatment, the disease is nearly always fatal.
The authors conclude that the drug should be used with care in people with kidney disease.
Patients often stop taking their pills because of side effects.
Some women cannot take the pill.
Drug resistance is a growing problem.
The gap between rich and poor was widest in cities.
The two groups did not differ in age.
The test missed only two of the 80 cases.
Researchers do not yet know exactly how the protein works.
Treatment was stopped early because the benefit was so clear.
It is not clear why some people recover and others do not.
The disease is limited to the skin in most people.
The virus relies on proteins of its host.
About 30 patients dropped out of school.
Nobody in the vaccine group became seriously ill.
The pain may return when the treatment is stopped.
There were no serious side effects.
This is the first study to look at the question in children.
Half of those in the placebo group got worse.
The test is there so that doctors know which pills might help them.
""".strip().splitlines()


def told(said: str) -> list[str]:
    return [str(value.value) for value in study(STORY.format(said)).values.get("limitations", ())]


@pytest.mark.parametrize("said", CAVEATS)
def test_a_turn_of_phrase_that_limits_a_study_is_a_caveat(said: str) -> None:
    assert told(said)


@pytest.mark.parametrize("said", OTHERS)
def test_the_same_words_of_the_world_are_none(said: str) -> None:
    assert not told(said)
