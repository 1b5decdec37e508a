"""Invented news of one screen: studies told in a few lines, often without a word for those who made them."""

STUDIES = {
    "peppermint_capsules": """Peppermint capsules calm irritable bowels, Dutch trial shows

Capsules that release peppermint oil in the small intestine ease belly pain, according to research by Maastrecht University published in Gut Letters. For eight weeks, 190 patients swallowed a capsule three times a day. Neither they nor their doctors knew whether it held peppermint oil or nothing active. Pain dropped by a third in nearly half of those on the oil, and in a third of those on the dummy.
""",
    "texting_diabetics": """Texting diabetics helps them keep sugar in check

A few text messages a week can lower blood sugar, a team from Leeds reports in Diabetic Practice. They recruited 366 adults at 14 surgeries. A computer program decided who would receive the messages; everyone else carried on with routine appointments. Six months on, average HbA1c had come down by 0.7 points among those who were texted and by 0.2 points in the rest.
""",
    "knee_braces": """Knee braces do no better than exercise

Wearing a brace does not help worn knees more than exercise alone, a new trial concludes. Two groups of 84 people each were formed by drawing lots. One wore the brace for a year, the other did only the exercises. Pain scores were the same in both at twelve months. The findings appear in Joint Research.
""",
    "school_breakfast": """School breakfast lifts maths marks

Children given a free breakfast at school did better at maths, say economists who ran an experiment in 60 primary schools in Kenya. Half of the schools, picked out of a hat, served porridge each morning; the other half had to wait a year. In all, 8,412 pupils sat the tests. Marks rose by a tenth of a grade in the porridge schools.
""",
    "new_pill": """New pill halves migraine days

A once-a-day pill cut the number of migraine days in half, its maker Brixa said on Monday. In the 12-week study 873 adults with frequent migraine were assigned in a 2:1 ratio to the pill or a placebo. The most common side effects were nausea and sleepiness. The company plans to seek approval this year.
""",
    "stitches_glue": """Stitches or glue? For small cuts it makes no difference

Toddlers with small cuts on the face heal just as well with glue as with stitches, doctors at an Irish children's hospital have found. Over two winters, 142 children were allotted to one or the other according to a sealed envelope opened at the bedside. Three months later plastic surgeons, who did not know how the cut had been closed, judged photographs of the scars.
""",
    "gene_therapy": """Gene therapy lets children with rare eye disease see in dim light

Eleven children born with a rare form of blindness can find their way in dim light after a single injection of a healthy gene, surgeons in Toulouse report. All of them were treated in the same way and none was left untreated. Eight could read two more lines on the eye chart a year after the injection. "Without untreated children to compare with we cannot be sure," said Dr Lise Marchand, who led the work.
""",
    "cannabis_oil": """Cannabis oil tried in stubborn epilepsy

Nineteen teenagers whose fits had not responded to any drug were given cannabis oil for three months in a small safety study at Harrow Hospital. Everyone knew what they were taking. Fits became rarer in 12 of them. Two stopped because of diarrhoea.
""",
    "quiet_wards": """Quiet wards let patients sleep

Patients sleep better when alarms are turned down at night, nurses in Malmo have found. For three months one ward switched to quiet alarms while the ward upstairs carried on as before. The nurses compared 88 patients from the quiet ward with 91 from the other. Those on the quiet ward slept 50 minutes longer.
""",
    "sugar_tax": """Sugar tax: fewer rotten teeth

Since the city brought in a tax on sweet drinks, fewer children need teeth pulled, dentists say. They compared the number of extractions in the two years before the tax with the two years after it, and with a neighbouring city that has no such tax. Extractions fell by 18 percent.
""",
    "surgeons_let": """Surgeons let patients choose, and both did well

Patients with a torn shoulder tendon were free to pick an operation or physiotherapy in a study at three Danish hospitals. Of the 240, 131 chose the knife. Two years later both groups could lift their arms equally high.
""",
    "shift_work": """Shift work tied to later heart trouble

People who work nights for ten years or more run a higher risk of a heart attack, according to figures from Denmark. The researchers drew on the payrolls of 14 companies, which they linked to hospital records of 62,311 employees. Within nine years 1,904 of them had had a heart attack. The risk was 1.3 times that of colleagues on day shifts.
""",
    "early_readers": """Early readers are richer at 40

Children who can read well at seven earn more at forty, a study that has followed 17,000 Britons since they were born in one week of 1958 suggests. Those in the top quarter of readers earned £5,000 a year more.
""",
    "cat_protect": """Does a cat protect against asthma?

Babies who grow up with a cat are less prone to asthma, Finnish paediatricians say. They enlisted 1,143 pregnant women and saw their children at one, three and six years of age. By the age of six, 9 percent of those with a cat at home wheezed, against 14 percent of the rest. Whether the cat itself protects the lungs, the study cannot show.
""",
    "after_icu": """After ICU, many never go back to work

Half of the people who survive intensive care have not returned to their jobs two years later. Researchers at Utrecht phoned 407 former patients of eleven intensive care units at three, twelve and 24 months after they had gone home.
""",
    "hospital_files": """Hospital files reveal risk of painkiller

A common painkiller may harm kidneys more than thought. Pharmacists went through ten years of prescriptions for everyone insured with a large American health fund, 2.4 million people. Kidney failure was 40 percent more frequent among those who had filled at least three prescriptions.
""",
    "walkers_keep": """Walkers keep their wits

Older people who walk an hour a day keep their memory longer, according to a report from Japan. At the outset, all 3,212 residents of a small town who were over 70 wore a step counter for a week. They were then given memory tests each spring for the following six years.
""",
    "marathon_runners": """Marathon runners' hearts: no lasting harm

Cardiologists examined the hearts of 34 amateur runners before a marathon, at the finish and a week later. The right side of the heart was stretched at the finish, but was back to normal after seven days. Nobody knows whether that holds for people who run many marathons.
""",
    "pesticides_more": """Pesticides more common in homes of children with leukaemia

Parents of 221 children with leukaemia and of 304 healthy children of the same age were asked which sprays they used at home. Insect spray was reported by 38 percent of the former and 24 percent of the latter. Parents may not recall what they sprayed years ago.
""",
    "gut_bug": """Gut bug points to bowel cancer

A gut microbe is more often found in people with bowel cancer than in others. The biologists compared stool from 96 patients with stool from 112 people whose bowel had been found healthy at a check-up. The microbe turned up in 61 and 18 percent of them, respectively.
""",
    "motorcyclists_without": """Motorcyclists without helmets

Emergency doctors in Hanoi looked at 150 riders who had died and, for comparison, at 300 who had come away from a crash with scratches. The dead were three times as likely to have worn no helmet.
""",
    "one_five": """One in five nurses wants to quit

A fifth of nurses are thinking of leaving, according to an inquiry among staff at 31 hospitals. Of the 9,000 nurses approached, 4,120 answered. The most frequent reason was lack of time for patients. Those who are most unhappy may have been keener to answer.
""",
    "stunted_children": """Stunted children on the islands

Nearly a third of toddlers on the outer islands are too short for their age. A team of nutritionists went from door to door in 44 villages, measuring and weighing 1,260 children under five, and pricked a finger of each to test for anaemia.
""",
    "doctors_miss": """Doctors miss the signs of burnout

In interviews by phone, 512 family doctors rated how tired they felt, and 27 percent came out as burnt out. The telephone interviews took place in March 2021.
""",
    "app_reads": """App reads moles as well as specialists

An app can tell harmful moles from harmless ones as well as a skin doctor. It was shown 1,011 photographs of moles from three clinics whose diagnosis was known. The app got 89 percent right, 14 dermatologists between 82 and 91 percent.
""",
    "teenagers_who": """Teenagers who vape sleep less

Among 15-year-olds, those who vape sleep three quarters of an hour less. The numbers come from a questionnaire that 6,710 pupils filled in during class last autumn. Because everything was asked on the same day, it is not clear which came first.
""",
    "rare_clots": """Rare clots after scorpion stings

Doctors at a hospital in Arizona describe seven patients who developed blood clots within days of a scorpion sting. The patients, aged 23 to 71, were seen between 2011 and 2019. All recovered with blood thinners.
""",
    "man_s": """Man's hiccups stopped by nerve stimulation

A 54-year-old man who had hiccuped for two years was freed of it when surgeons in Perth placed an electrode beside a nerve in his neck. He has been free of hiccups for 14 months. "It is one patient, so we must not generalise," they write in Nerve Cases.
""",
    "burns_from": """Burns from hoverboards: what one burns unit saw

A burns unit in Texas went back over the case notes of all 29 children who were brought in with burns from hoverboards in the past four years. Most had burnt their hands.
""",
    "vitamin_c": """Vitamin C does not prevent colds

Taking vitamin C every day does not keep colds away, according to an analysis that brings together 29 trials with a total of 11,306 participants. Colds were 8 percent shorter. The trials were of mixed quality.
""",
    "little_evidence": """Little evidence for weighted blankets

There is hardly any good evidence that weighted blankets help with sleep. Reviewers combed six databases for every study ever published and found only 14 that met their standards. Because these differed too much to be added up, they describe each in words.
""",
    "stretching_before": """Stretching before sport: data from 12 studies thrown together

Stretching before sport does not prevent injuries. Physiotherapists pooled the results of 12 studies, in which 8,806 athletes and recruits had taken part.
""",
    "old_mice": """Old mice grow new hair

A cream made from a sugar makes bald patches sprout again, at least in mice. Researchers in Sheffield shaved the backs of 40 male mice and rubbed in the cream or a minoxidil lotion for 20 days. Hair grew back as thick as with minoxidil. Mice are not men, the authors warn.
""",
    "pigs_new": """Pigs with new hearts

Piglets lived up to six months with a heart pump no larger than a battery. The engineers implanted it in nine piglets.
""",
    "old_drug": """Old drug starves tumour cells

A drug used against worms stops tumour cells from feeding. In the laboratory, chemists added it to cells from eleven kinds of tumour kept in culture. Nine of the eleven stopped dividing. So far the effect has been seen only in a dish.
""",
    "tiny_beads": """Tiny beads pull lead from water

Beads the size of sand grains can draw lead out of tap water. In jars of water spiked with lead, the beads took up 97 percent within an hour. How they fare in real pipes has not been tried.
""",
    "masks_trains": """Masks on trains could halve infections

Wearing masks on trains could halve infections, according to calculations by mathematicians in Vienna. They fed timetables, ticket sales and the virus's rate of spread into a computer program that follows each passenger. The result hinges on the assumption that people wear masks properly.
""",
    "what_stops": """What stops farmers from seeing a doctor

Farmers put off seeing a doctor because they cannot leave their animals, a study shows. Sociologists sat at the kitchen tables of 27 farmers in Wales and let them talk about their health. The conversations were taped and sifted for what came up again and again.
""",
    "life_after": """Life after prison, told by women

Twenty-two women told researchers how they found their feet after prison. From the transcripts, four threads emerged: housing, children, money and shame.
""",
    "comet_carries": """Comet carries alcohol

A comet that swept past the sun gives off as much alcohol as 500 bottles of wine a second. Astronomers pointed a radio telescope in Spain at it for nine nights.
""",
    "cost_dementia": """Cost of dementia to triple

Caring for people with dementia will cost three times as much in 2050 as today. Health economists built a model of the population of Canada and let it run forward year by year.
""",
    "ginger_eases": """Ginger eases nausea in pregnancy

Ginger biscuits ease morning sickness, midwives in Manila have found. Around 80 percent of pregnant women feel sick. A similar trial in Thailand in 1998 tested ginger in 70 women. This time, 62 women ate five biscuits a day for four days, either with ginger or without; which, was decided by chance. Sickness eased in 28 of the 32 who had had ginger. The charity behind the work has 4,500 members.
""",
    "nap_pods": """Nap pods cut errors

Nurses who nap make fewer mistakes. Of 240 nurses asked, 118 agreed to take part; six left before the end, so the figures are for 112. Each worked one week with naps and one week without, in an order set by chance. Errors fell from 3.1 to 2.2 a shift.
""",
    "sleep_tracker": """Sleep tracker study

The study looked at data from just under 48,000 users of a sleep tracker. It found that people in Japan sleep the least: six hours and a quarter. About 1.2 billion people own such a device.
""",
    "twin_study": """Twin study of taste

Whether you like coriander is partly in your genes. Scientists had 870 pairs of twins taste a leaf. Identical twins agreed more often.
""",
    "light_therapy": """Light therapy in nursing homes

Bright lamps in the day rooms calmed residents with dementia. The lamps were put up in six homes, and 186 residents were watched for ten weeks; six other homes, with 173 residents, kept their old lamps. The homes were divided at random.
""",
    "booster_protects": """Booster protects the old

Among the 1.3 million people over 60 who had had a third dose, severe illness was 11 times rarer than among those with two, figures from Israel's health ministry show. The authors followed the records until the end of August.
""",
    "hearing_aids": """Hearing aids

A dozen audiologists fitted new hearing aids to fifty-five volunteers, twenty of whom had never worn one. At the end of six weeks, all but four wanted to keep them. There was no group without hearing aids. The maker paid for the study.
""",
    "cooling_helps": """Cooling helps newborns

Babies cooled after a difficult birth fare better at school. The children, 208 in all, had been cooled or kept warm by the toss of a coin in 2004; now, at the age of eight, they were tested again. Two in three of the cooled children had no disability.
""",
    "hip_cement": """Hip cement

Cemented hips last longer. Surgeons looked up how 1,020 patients were getting on fifteen years after their operation. In 6 percent the joint had been replaced.
""",
    "fasting": """Fasting

People who fast every other day lose as much weight as those who eat less every day, but no more. The trial, in which 139 obese adults were randomly allotted to one or the other, ran for twelve months. Weight was checked again half a year after the end. On average they had lost 8 kilos.
""",
    "stem_cells": """Stem cells for hearts

Patients whose hearts had been injected with stem cells did not live longer. Doctors kept an eye on 120 patients for a median of 3.4 years.
""",
    "diet_gout": """Diet and gout

Men who eat cherries have fewer gout attacks. The 633 participants noted each attack in an online diary for a full year.
""",
    "eye_drops": """Eye drops

Eye drops slowed short sight in children. The 438 children, from four to twelve, had their eyes measured every four months over two years. Those with the strongest drops worsened by 0.27 dioptres, those with salt water by 0.81.
""",
    "coffee_drinkers": """Coffee drinkers live longer

Those who drank three cups a day were 12 percent less likely to die over the 16 years of the study than those who drank none. The 521,000 participants came from ten countries.
""",
    "bees_remember": """Bees remember faces

Bees trained with sugar water picked the right face in nine of ten tries, even two days later. Twenty-five bees were tested.
""",
    "aspirin_no": """Aspirin no help against dementia

Aspirin did not keep healthy older people from dementia. Half of 19,114 volunteers over 70 took 100 mg a day, half a look-alike. After 4.7 years, as many in one half as in the other had dementia.
""",
    "plastic_placentas": """Plastic in placentas

Specks of plastic turned up in four of six placentas donated by women after normal births.
""",
    "longer_school": """Longer school breaks, better marks

Pupils at schools with a long noon break had better marks. The data cover 312 schools in Norway from 2009 to 2017.
""",
}
