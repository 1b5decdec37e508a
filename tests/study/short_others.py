"""Invented news of one screen that reports no study, though people are counted in it."""

OTHERS = {
    "wing": """Hospital opens new wing

The new wing of Elm Hospital opened on Monday. It has 64 beds and cost £30 million. "Patients will love it," said its director.
""",
    "ticks": """Ministry warns of ticks

The health ministry has warned walkers of ticks after a mild winter. Last year 412 people caught Lyme disease, 60 more than the year before. People should wear long trousers, it said.
""",
    "what_is": """What is a stroke?

A stroke happens when blood cannot reach part of the brain. One in six people will have one. Studies have shown that quick treatment saves lives. Call an ambulance at once.
""",
    "to_begin": """Firm to start trial of hay fever jab

The biotech firm Pollena will begin a trial of its hay fever jab in 300 adults next spring, it said on Tuesday. Volunteers will be followed for two years. The regulator gave its consent last week.
""",
    "flu_season": """Flu fills the wards

Hospitals in the south are full after the worst week of the winter. 1,870 people were admitted with flu in seven days, twice as many as in the week before. Three in four were over 65. Operations have been put off.
""",
    "screening_bus": """Screening bus comes to town

The screening bus will stop on the market square from Monday. Last year 2,300 women were examined on board, and 14 cancers were found early. No appointment is needed.
""",
    "award_short": """Sleep scientist honoured

Sleep scientist Ruth Abiola has been given the Lind Medal. She showed that night nurses who nap make fewer mistakes. Some 200 guests came to the ceremony.
""",
    "grant_short": """Money for malaria nets

The Oak Fund will give €12 million for malaria nets in three countries. Scientists will follow 9,000 children for two years to see whether the nets hold. The first nets are due in June.
""",
    "recall_short": """Baby milk recalled

A batch of baby milk has been taken off the shelves after eleven babies were sick. All of them are well again. Tests found bacteria in two tins. Parents can return the tins to any shop.
""",
    "tips": """Five tips for a good night

Put your phone away an hour before bed. Keep the room cool. Half of us drink coffee too late, and people who do sleep worse. If nothing helps after four weeks, talk to your doctor.
""",
    "strike_short": """Midwives walk out

Midwives at nine hospitals walked out on Thursday. Their union said that 81 percent of 3,400 members had voted for it. No births were put at risk, the hospitals said.
""",
    "school_nurse": """Every school gets a nurse

From autumn every school in the county will have a nurse. A trial run at six schools went well, said the county: 700 pupils came, most of them with headaches. The nurses will cost 2 million a year.
""",
    "book": """Book review: The Patient Gut

In her new book, doctor Ines Faro tells how bacteria came to be heroes. She writes about mice that grew thin and 40 volunteers who swallowed other people's. It is a merry read, if 100 pages too long.
""",
    "clinic_hours": """Clinic open on Saturdays

The eye clinic in Dorn now opens on Saturdays. In the first month 160 patients came, a third more than expected. The clinic says that people in work find it easier.
""",
    "approval_short": """Inhaler cleared for sale

Regulators have cleared an inhaler for children over six. It will be sold from May. The maker said that it had sold four million inhalers for adults last year.
""",
    "obituary_short": """Surgeon Pavel Horn dies at 88

Pavel Horn, who transplanted the first liver in the country, has died. He operated on more than 900 patients, and two thirds of them lived ten years or longer. He is survived by two daughters.
""",
    "conference": """Doctors meet in Graz

Some 3,000 doctors will meet in Graz next week to talk about pain. There will be 400 lectures. Registration is open until Friday.
""",
    "merger_short": """Labs join forces

Two makers of blood tests have agreed to merge. Together they sold 90 million tests last year, 12 percent more than the year before. Shares rose by a tenth.
""",
    "court_short": """Dentist fined

A dentist who pulled healthy teeth has been fined £40,000. The court heard from eleven patients. Four of them had lost more than three teeth. He denied it all.
""",
    "q_and_a": """Do I need a booster?

If you are over 75, yes. Protection falls by about half within a year. Of every hundred people who get the booster, about ten have a sore arm. Ask at your pharmacy.
""",
    "heat": """Heat kills hundreds

At least 310 people have died in the heat since June, the government said on Monday, up from 190 last year. Most were over 80 and lived alone. Cities have opened cool rooms.
""",
    "letters": """Your letters

I am one of the 2 million people who live with gout. My doctor told me that cherries help, and they did: I had three attacks last year and none since. Have others found the same?
""",
    "history": """When ether came to Bristol

In 1847 a surgeon in Bristol took off a leg while his patient slept. Within a year 60 patients had been put to sleep there, and all but two woke. The bottle is on show until May.
""",
    "volunteers_wanted": """Volunteers wanted for sleep study

Do you sleep badly? Researchers at Lowmoor University are looking for 120 people aged 40 to 65 to take part in a study. You will wear a watch for two weeks and get £50. Write to us by 3 March.
""",
    "data_release": """Atlas of ills now online

An atlas that shows how 34 illnesses are spread over the country can now be seen online. It was made from the records of 11 million people. Anyone may use the maps.
""",
    "poll_politics": """Voters want more doctors

Seven in ten voters want more family doctors, the party said on Sunday. It plans to train 500 a year. The other parties called the plan a dream.
""",
    "farm": """Bird flu on goose farm

Bird flu has been found on a goose farm near Hale. All 4,200 geese were culled. Tests on 14 workers were clear. A zone of three kilometres has been closed.
""",
    "charity_run": """Walkers raise record sum

The 640 people who walked the wall for the kidney charity brought in £88,000, a fifth more than last year. Eight finished in under ten hours. Thank you!
""",
    "guidance_short": """New advice on iron tablets

Pregnant women should take iron only if a test shows that they need it, midwives were told on Monday. The advice rests on trials in 14,000 women. It takes effect in July.
""",
    "expert_view": """Opinion: let nurses prescribe

I have worked on wards for thirty years. Half of my patients wait a day for a pill that I could have given them at once. Studies from Sweden show that it is safe. What are we waiting for?
""",
}
