"""Invented news that reports no study though it is full of people, shares and figures."""

OTHERS = {
    "fun_run": """What a weekend! Thank you from all of us

More than 800 people turned up on Sunday, and between them they raised £61,000, half as much again as last year. Nine out of ten of you ran the whole way. Three of the runners had been through a transplant themselves.

The money pays for two nurses at Northgate Hospital. Last year our nurses answered 4,300 calls, and callers told us that they felt less alone. We asked 200 families what they need most, and two thirds of them said somebody to talk to.

Next year's run is on 9 May. Sign up now.
""",
    "clinic": """Heart clinic moves to bigger rooms

The heart clinic at St Aldhelm's has moved. Since March it has treated 1,140 patients, twice as many as in its first year, and the waiting time has been halved.

"Half of the people we saw were under 60," said Dr Rowan Peake, who heads it. Eight in ten went home the same day. Two of the six rooms have a scanner of their own.

The move cost 2.3 million euros and was paid for by the region. The old rooms will be turned into a day ward.
""",
    "sports_day": """Schools try standing desks

Pupils at four schools in Marl have been given desks at which they can stand. The council bought 240 of them.

"A third of the class stood for the whole lesson," said head teacher Jo Arden. Parents were asked for their views, and most of them liked it. Teachers reported fewer quarrels.

The council will decide in June whether to buy more.
""",
    "memoir": """A life among fevers: Tomas Oberlin, 1931-2024

Tomas Oberlin, who has died aged 93, treated sleeping sickness for forty years. In 1962 he and two nurses examined 12,000 villagers in a single dry season, and found that one in eight of them carried the parasite. The trial he ran in 1971, with 320 patients, halved the number who relapsed.

He gave away nine tenths of what he earned. Of his five children, three became doctors. He kept a parrot that could say good morning in four languages.
""",
    "milestone": """Blood service counts its millionth donor

The national blood service has welcomed its millionth donor. Ilka Brandt, 24, was given a cake.

Only three in a hundred adults gave blood last year. Among students it was one in twenty, and women were likelier to come than men. Half of the donors came back within six months.

Supplies of group O fell by a fifth in August. The service is looking for 30,000 new donors.
""",
    "vaccines_arrive": """First vaccines against river fever reach the islands

A boat with 40,000 doses of vaccine landed on Tuesday. Health workers vaccinated 2,150 children on the first day, and by the weekend two thirds of the children on the main island had been given their dose.

The vaccine was approved last year after a trial in 12,000 children, in which it prevented four in five cases.

"We have waited ten years for this," said the minister. The doses were paid for by the Fund for Children's Vaccines.
""",
    "patient_story": """Six operations, one garden: how Mirela got through

Mirela was 31 when she was told that she had bowel cancer. She had six operations and lost half of her weight. "The nurses took turns to sit with me," she says.

About one in twenty people get bowel cancer. When it is found early, nine out of ten live for five years. Mirela's was found late.

She grows beans now, and three of the people she met on the ward help her. If you have questions, our nurses are there for you.
""",
    "trial_museum": """Museum shows how medicine learnt to count

A new exhibition in the old pharmacy tells how doctors learnt to compare. In 1747 twelve sailors with scurvy were split into pairs; the two who ate lemons were better in six days. A century later a doctor in Vienna had students wash their hands, and deaths fell by four fifths.

Visitors can toss a coin to sort a box of dolls into two groups. In the first month 9,000 people came, half of them schoolchildren.

Open daily until 4 November.
""",
    "drug_price": """Price of gene therapy cut by half after talks

The ministry and the maker have agreed on a price for the gene therapy against spinal wasting. It falls by half, to 900,000 francs. So far 14 children have been treated; eleven of them could sit by themselves a year later, according to the maker.

Patient groups were pleased. "Two of our children waited for eight months," said a mother.

The agreement runs for three years. Then the figures will be looked at again.
""",
    "inspection": """Inspectors find fault with care homes

Inspectors visited 96 care homes without notice last spring. In a third of them medicines were not locked away, and in one in six nobody on the night shift was a trained nurse.

Two homes were closed. Eight of the ten that had done badly the year before had improved.

The ministry said it would double the number of inspectors. The homes' association called the findings unfair.
""",
    "campaign": """Nine in ten know that smoking kills. So why do we still sell it?

Opinion. Half of all lifelong smokers die of it. When Halland raised the tax in 2014, sales fell by a fifth, and teenagers were half as likely to begin. When it let the tax slip, they rose again.

We asked the three candidates what they would do. Two of them answered. One said that people should be free to choose.

Sign our letter. More than 18,000 people have signed it already.
""",
    "award_students": """Young inventors win with a glove that feels

Four pupils from Kassala have won this year's science contest for the young with a glove for people who have had a stroke. They tested it on twelve neighbours, and ten of them could pick up a cup more easily.

The prize is worth 5,000 dollars. The jury chose among 340 entries, twice as many as last year; more than half of the entrants were girls.

The winners will spend a week at the Institute of Technology.
""",
    "explainer_pain": """How do painkillers work?

Pain begins in the skin, where tiny nerve endings take note of heat, pressure and chemicals. One tablet of ibuprofen blocks the enzyme that makes them touchy, and in about half of people with a headache the pain goes within two hours.

What about paracetamol? Nobody knows for sure. In 2005 scientists gave it to mice without a certain receptor, and it did nothing.

When should I see a doctor? If you have taken tablets on more than ten days in a month.

Do they get weaker? With some, yes. Half of the people who took opioids for a year needed twice as much.
""",
    "hospital_numbers": """Our year in figures

In 2023 we treated 61,402 patients, delivered 2,118 babies (17 pairs of twins) and served half a million meals. Nine out of ten patients said that they would come again. Complaints fell by a quarter.

Four of our doctors took up chairs elsewhere, and eleven nurses were trained in intensive care. Waiting times for a new hip were halved.

Thank you to everyone who made it possible.
""",
}
