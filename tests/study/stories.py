"""Invented news: `STUDIES` each report one study, `OTHERS` report none. Not one sentence is anybody else's."""

STUDIES = {
    "charity": """Gentle cycling eases fatigue in people with lupus, small trial finds

12 March 2019

A programme of gentle cycling at home helped people with lupus feel less tired, according to a trial published in Rheumatology Letters.

Dr Orla Keane and colleagues at Fernhill University asked 64 people with lupus to cycle for twenty minutes three times a week, or to carry on as usual. After three months those who cycled scored lower on a fatigue scale.

"We were surprised by how quickly people felt the difference," Dr Keane said. The study was small and ran for only three months, so longer trials are needed.

About lupus

Lupus is a long-term condition that affects about one in 1,000 people.
""",
    "synopsis": """Sleeping sickness is hard to treat once the parasite has reached the brain, and the older drugs are toxic. Earlier trials have tested shorter courses with mixed success. Now, Amara Diallo and colleagues report a comparison of a seven-day with a ten-day course in 214 patients in two district hospitals. At 18 months, relapse was seen in nine of 107 patients given the short course and in eight of 107 given the long one. Side effects were fewer with the short course. The authors caution that follow-up was incomplete in one of the hospitals.
""",
    "digest": """Marlow et al. studied how young zebrafish keep their balance. Fish tilt when the swim bladder is empty, and it was not clear which nerve cells put this right. The experiments show that a small group of cells in the hindbrain becomes active whenever the fish tilts nose-down. When these cells were removed with a laser, the fish could no longer swim level. The next challenge is to find out how these cells are wired to the muscles.
""",
    "university": """Warmer nights cost rice farmers a tenth of their harvest

Researchers at Lakeside University have shown that each degree of night-time warming lowers rice yields by about ten per cent.

The team analysed 23 years of harvest records from 41 farms. "Our results suggest that breeding for cool nights will not be enough," said Hana Sato, an agronomist at the university and lead author of the study, which appears this week in Field Crops Letters.
""",
    "agency": """Experimental vaccine against dust fever protects macaques

Scientists at the National Institute of Desert Medicine report that one dose of an experimental vaccine protected monkeys from dust fever.

Six vaccinated animals survived exposure to the virus; all four unvaccinated animals fell ill. The findings were published online today in Vaccine Science. Human trials are planned for next year.
""",
    "wire": """LONDON (Newswire) - Women who drink three or more cups of tea a day are less likely to develop kidney stones, a large study suggested on Tuesday.

The researchers followed more than 90,000 nurses for 14 years. Tea drinkers had a 12 percent lower risk, they report in the Journal of Urinary Medicine. The study does not prove cause and effect.
""",
    "approval": """Regulator approves relotamab for severe hives

The agency today approved relotamab for adults with chronic hives. The approval is based on a randomized, placebo-controlled trial in 420 patients. After 12 weeks, 51 percent of patients given relotamab were free of symptoms, compared with 17 percent of patients given placebo. The most common side effects were headache and sore throat.
""",
    "abstract": """BACKGROUND: Whether early walking after hip surgery shortens the stay in hospital is uncertain.
METHODS: We randomly assigned 188 patients to walk on the day of surgery or the day after.
RESULTS: The median stay was 4 days in both groups (P = 0.61).
CONCLUSIONS: Early walking did not shorten the stay.
""",
    "space": """Faint ring found around a distant dwarf planet

Astronomers have detected a faint ring of ice around a dwarf planet beyond Neptune. The team observed the object pass in front of a star from seven telescopes and saw the starlight dim twice. The discovery, described in Planetary Letters, suggests that rings can survive farther out than models predict.
""",
    "meeting": """Twice-yearly injection lowers cholesterol, interim results show

An injection given twice a year cut LDL cholesterol by half in people already taking statins, researchers reported at the Heart Congress in Lisbon. In the phase 2 trial, 310 participants received the drug or placebo. Results have not yet been published.
""",
    "fossil": """Footprints push back the arrival of people on the island

Footprints preserved in volcanic ash show that people reached the island 4,000 years earlier than thought, a new study says. A group led by Ines Prado dated the ash above and below the prints. The paper appears in Quaternary Notes.
""",
    "survey": """One in four teenagers sleeps with a phone in hand, survey finds

A quarter of teenagers fall asleep holding their phone, according to a survey of 2,310 pupils at 18 schools. Those who did slept 40 minutes less. The study, led by Professor Jo Lindqvist of Nordhavn University, was published in the Journal of Adolescent Sleep.
""",
}

OTHERS = {
    "court": """Herbalist jailed over patient's death

A herbalist was sentenced on Friday to four years in prison after a jury found him guilty of manslaughter. The court heard that the patient, 31, had stopped taking insulin on his advice. Prosecutors said the treatment had no basis in evidence. The judge said the defendant had ignored repeated warnings. During the trial, a doctor told the court that studies have shown the herb to have no effect on blood sugar. His lawyer said he would appeal.
""",
    "appointed": """Dr Mina Okoro named head of the Institute for Rural Health

The Institute for Rural Health has appointed Dr Mina Okoro as its next director. Okoro, who joins from Lakeside University, has led trials of malaria vaccines and published more than 120 papers. Her research showed that bed nets reduced deaths of children. She succeeds Paul Arden, who retires in June. "I am honoured to lead this team," she said.
""",
    "prize": """Neuroscientist wins the Halden Prize

Professor Yara Nunes has won this year's Halden Prize for her work on memory. The award, worth 200,000 euros, honours scientists who changed their field. Nunes discovered how sleep strengthens memories in mice. She will receive the prize at a ceremony in Oslo in May.
""",
    "grant": """University receives $4.5 million to study long Covid

Fernhill University has received a five-year grant of $4.5 million to study long Covid in children. The project will recruit 1,000 children and follow them for three years. Researchers will collect blood samples and test whether inflammation predicts symptoms. "This funding will allow us to find answers for families," said the principal investigator.
""",
    "programme": """Charity launches new programme for early diagnosis

The Kidney Trust today launched a programme to find kidney disease early. Over the next four years it will fund ten clinics and train 300 nurses. Around three million people live with kidney disease, and studies show that early treatment slows it. The programme aims to reach people who rarely see a doctor. Applications open in May.
""",
    "event": """Register now: webinar on living with psoriasis

Join us on 4 June for a free webinar on living with psoriasis. Dr Tom Hale will talk about new treatments and answer questions from patients. Recent trials found that biologic drugs clear the skin in most people. Registration closes on 1 June.
""",
    "obituary": """Edith Varga, pioneer of hearing research, dies at 91

Edith Varga, whose studies of the inner ear changed how deafness is treated, died on Sunday. She was 91. Varga showed in 1968 that hair cells respond to tiny movements. She trained more than 60 scientists and received the Volta Medal. Colleagues remembered her warmth.
""",
    "policy": """Parliament passes bill on clean air

Parliament voted on Wednesday to halve the legal limit for fine dust by 2030. Ministers said the bill would prevent 4,000 deaths a year. Opposition members said the cost to farmers had not been estimated. Scientists have linked fine dust to heart disease. The government will publish guidance in the autumn.
""",
    "explainer": """What you need to know about shingles

Shingles is a painful rash caused by the chickenpox virus. One in three people will develop it in their lifetime. Symptoms include burning and blisters. A vaccine is available for adults over 50 and is about 90 percent effective, according to trials. Talk to your doctor if you have a weakened immune system. Most people recover within a month.
""",
    "recall": """Company recalls blood pressure tablets

A maker of blood pressure tablets has recalled 14 lots after an impurity was found. The agency said patients should not stop taking their medicine and should call their pharmacist. No injuries have been reported. Tests showed levels above the accepted daily limit. The recall affects bottles sold since March.
""",
    "outbreak": """Measles cases climb in the north

Health officials on Monday reported 34 new cases of measles in the northern counties, bringing the total since January to 212. Most patients are children who were not vaccinated. Three have been admitted to intensive care. Clinics will open this weekend to offer free vaccination. "Please check your records," said the health commissioner.
""",
    "roundup": """Five advances in migraine research this year

It has been a busy year for migraine research. In one study, a nasal spray stopped attacks within two hours. A separate trial found that a daily tablet reduced the number of attacks. Another team reported a link between migraine and the gut. Elsewhere, researchers tested a wearable device. Meanwhile, a review questioned the use of opioids. Here are our highlights of the year.
""",
    "merger": """Two biotech companies to merge

Alvior and Brenta Therapeutics said on Thursday that they will merge in a deal valued at $2.1 billion. The combined company will develop drugs for rare lung diseases. Alvior's lead drug is in a phase 3 trial whose results are expected next year. Shares of Brenta rose 14 percent. The deal is expected to close in the fourth quarter.
""",
    "opening": """New centre for brain imaging opens in Nordhavn

A centre for brain imaging opened at Nordhavn University on Monday. The building houses four scanners and space for 90 scientists. Researchers will use the scanners to study dementia and epilepsy. The centre was funded by the Halden Foundation and the ministry of science.
""",
    "mission": """Spacecraft arrives at launch site ahead of autumn lift-off

The Aurora spacecraft arrived at its launch site on Tuesday. Engineers will spend the next two months testing its instruments. Aurora will map ice on the moons of Saturn and is due to lift off in October. The mission is a partnership of three space agencies. Data from earlier missions suggest that oceans lie beneath the ice.
""",
    "funding_call": """Call for proposals: young investigators in sleep research

The Sleep Foundation invites applications for its young investigator awards. Each award provides up to $60,000 for one year. Applicants must have completed a doctorate within the past seven years. Projects may study animals or people. The deadline is 30 September. Awards will be announced in December.
""",
    "anniversary": """Celebrating fifty years of the heart study

Fifty years ago this week the first volunteers walked into the clinic of the Ashford heart study. Since then the study has shaped how doctors think about cholesterol and smoking. A celebration for volunteers, scientists and alumni will be held on Saturday. "We owe the town everything," said its director. The programme includes tours and a dinner.
""",
    "patient": """"I got my hands back": Lena's story

When Lena Brandt was diagnosed with rheumatoid arthritis at 26, she could not hold a cup. She tried three medicines before one worked. Today she paints again. "My doctor never gave up," she says. Lena now raises money for our helpline. You can support people like Lena by making a donation.
""",
    "guideline": """New guideline recommends screening from age 45

The College of Bowel Physicians on Monday issued a guideline that recommends screening for bowel cancer from the age of 45. Until now, screening began at 50. The panel reviewed the evidence and graded its recommendations. Insurers are expected to cover the tests. Doctors should discuss the choices with their patients.
""",
    "strike": """Junior doctors to strike for three days

Junior doctors will strike for three days next month after talks on pay broke down. The union said 78 percent of members voted for action. Hospitals said operations would be postponed. The health minister called the decision disappointing.
""",
    "podcast": """Podcast: how trials find out what works

In this episode we talk to statistician Ola Berg about randomised trials. Why do we need control groups? What does blinding mean? Berg explains how a trial of surgery was stopped early, and why results can mislead. Listen on your favourite app or read the transcript below.
""",
    "interview": """Five questions for Kofi Mensah

Kofi Mensah leads a laboratory that studies how bats resist viruses. We spoke to him about his career. How did you become interested in bats? "My grandfather kept them away from his mangoes," he says. What is next? "We want to build a network across West Africa." Mensah received the university's teaching award in 2018.
""",
    "overview": """Can gut bacteria change how cancer treatment works?

For years, oncologists have wondered why two patients with the same tumour respond so differently to the same drug. A growing number of researchers think that part of the answer lies in the gut.

Trillions of bacteria live in the human intestine. They help digest food and train the immune system. In mice, antibiotics can blunt the effect of immunotherapy, several groups have reported.

In 2018, a team in Lyon showed that patients who responded to treatment had more kinds of bacteria in their stool. A second study, from Osaka, found the opposite in stomach cancer. "The field is young, and results do not always agree," said Petra Holm, Ph.D., who heads the microbiome branch at the cancer agency.

Some scientists are testing whether bacteria can be transferred. At least nine clinical trials of stool transplants are under way, most of them small. One early trial, led by Dr. Sam Adeyemi of Fernhill University, found that three of ten patients responded after a transplant.

Diet may matter, too. Researchers at Lakeside University reported last year that people who ate more fibre lived longer during treatment. Other studies have not found a link.

Experts warn against drawing conclusions. "Patients ask me whether they should take probiotics," said Dr. Holm. "We don't know yet." The agency plans to fund three networks that will collect samples from 4,000 patients.

Until then, researchers say, a varied diet is a sensible choice.
""",
    "wiki_court": """Couple on trial after son dies without treatment

Monday, 4 May 2015

A couple appeared before the Supreme Court of Northland today, charged with manslaughter after their son died of an infection that was treated only with herbal drops.

The prosecution said the boy, nine months old, had suffered from eczema since birth. His parents were told by a nurse to see a specialist but gave him drops instead. Evidence shown to the jury included photographs and medical records.

An expert witness, Professor Ruth Amsel of Lakeside University, testified that the infection could have been cured. She said studies found no effect of such drops.

The couple pleaded not guilty. The father, who teaches herbal medicine, studied in two countries and has published articles on the subject. The trial is expected to last four weeks.
""",
    "history": """How the telescope on the hill found its first comet

The telescope was built in 1921 by a group of amateurs. Its mirror was ground by hand. In 1934 the group discovered a comet, and the observatory became famous.

Today volunteers show visitors the rings of Saturn on clear nights. Guides explain how astronomers measured the distance to the stars. The museum has added a café. Tickets can be bought at the door.
""",
    "shortage": """Shortage of asthma inhalers expected to last until spring

Pharmacies are running out of a common asthma inhaler, the agency said on Wednesday. A factory closed after an inspection found mould. About 2 million people use the inhaler. Doctors can prescribe two other products, which studies suggest work as well. The agency is working with makers to increase supply.
""",
}
