"""The design of a study where scholars tell it themselves, and seldom by its name.

An abstract says what was given to whom and what came of it; "uncontrolled trial" it does not say. Here
its signs are counted, with weights by hand. News has its own words (`design_words`) and never comes here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reader.model.study import StudyValue
from reader.study import elsewhere, forms, genre
from reader.study.reading.article import Article, Sentence
from reader.study.values import stated
from reader.text import sieve as re

_TREATMENT = (
    r"(?:treat(?:ed|ments?(?!-seeking))|therap(?:y|ies)|surger(?:y|ies)|surgical|radiosurg\w+|resection|\w+ectom(?:y|ies)|\w+otom(?:y|ies)|\w*plasty|stent\w*|emboli[sz]\w+|coil\w*|bypass|injections?|infusions?|stimulation|implant\w*|prosthe\w+|transplant\w*|"
    r"intervention|program(?:me)?s?|training|rehabilitation|exercise|psychotherapy|medication|drugs?(?![- ](?:us(?:e|ers?|ing)|abus\w+|misus\w+|dependen\w+|addict\w+|seeking|taking|injecting|rewards?|overdos\w+|prescription|resistant|resistance)\b)|ana?esthesia|radiotherapy|irradiation|radiation|chemotherapy|administration|doses?|vaccin\w+|supplement\w*|acupuncture|massage|yoga|counsel\w+|prophyla\w+|"
    r"thrombolysis|repair|reconstruction|decompression|ablation|shunt\w*|endovascular|laparoscopic|endoscopic|operat(?:ion|ive|ed))"
)
_TREATMENTS = re.compile(rf"\b{_TREATMENT}\b")
#: People who got something.
_GIVEN = re.compile(
    r"\b(?:patients|subjects|participants|children|women|men|adults|volunteers|individuals|adolescents|infants|cases|people|veterans|they|who|which|all|each|both|groups?|\d+) (?:[\w()%,=]+ ){0,5}?(?:were (?:\w+ )?(?:treated|given|operated|administered|managed|implanted|started|switched|offered|anesthetized|vaccinated|trained|randomized)|(?:had )?underwent(?! (?:[\w-]+ ){0,4}(?:polysomnogra\w+|mri|pet|spect|imaging|scans?|scanning|tomography|examinations?|evaluations?|assessments?|testing|tests|interviews?|eeg|electroencephalogra\w+|ultrasonograph\w+|lumbar puncture|genotyping|biops(?:y|ies)|autops(?:y|ies)|angiography)\b)|(?:had )?received|undergoing|receiving|treated (?:with|by|at)|completed (?:the )?(?:\w+ )?(?:treatment|program|training|sessions|therapy|intervention)|took|participated in (?:an? |the )?(?:[\w-]+ ){0,4}(?:program|intervention|training|sessions|therapy))\b|"
    r"\b(?:was|were) (?:\w+ )?(?:administered|injected|implanted|infused|given|performed|applied|prescribed|used|initiated|added)\b[^.;]{0,80}\b(?:patients|subjects|participants|children|women|men|volunteers|cases)\b|"
    r"\b(?:treatment|therapy) (?:with|was|consisted)\b"
)
#: What a treatment is judged by.
_JUDGED = re.compile(
    r"\b(?:efficacy|effectiveness|effects? of|tolerab\w+|safety|outcomes?|improve(?:d|ments?|s)?|complications?|responses?|responders?|responded|success(?:ful|fully)?|side effects?|adverse|relief|reduced|reduction|recurrence|survival|before and after|after treatment|post-?treatment|postoperative\w*|remission|benefits?|cure[ds]?|baseline)\b"
)
_TITLED = re.compile(
    rf"\b{_TREATMENT}\b|\b(?:(?<!self-)efficacy|effectiveness|safety|tolerability)\b|\beffects? of\b"
)
#: What is looked at where nobody is treated.
_LOOKED_AT = re.compile(
    r"\b(?:risk factors?|prevalence|incidence|epidemiolog\w+|associations? (?:between|of|with)|correlat\w+|healthy (?:controls?|volunteers|subjects)|polymorphism\w*|genotyp\w*|genetic|heritab\w+|validat\w+|reliability|validity|questionnaire|survey|cross-sectional|predictors?|case-control|caregivers?|knowledge|attitudes?|diagnos(?:tic|is)|sensitivity and specificity|imaging|mri|biomarkers?|scale|postmortem|autopsy)\b"
)
_ANIMAL = re.compile(
    r"\b(?:mice|mouse|rats?|murine|rabbits?|dogs?|piglets?|swine|zebrafish|drosophila|monkeys?|macaques?|primates?|hamsters?|gerbils?|guinea pigs?|sheep|canine|feline|porcine|rodents?|animals?|knockout|transgenic|ferrets?)\b"
)
#: What is only said of animals at a bench: their strains, their young.
_STRAIN = re.compile(
    r"\b(?:sprague[- ]dawley|wistar|long[- ]evans|c57bl|balb/?c|fischer[- ]344|lewis rats?|swiss albino|icr mice|cd-?1 mice)|\b(?:day|week|month)s?[- ]old (?:[\w-]+ ){0,3}(?:rats?|mice|pups|piglets?|lambs?)\b|\bp\d+ (?:rats?|mice|pups)\b"
)
#: Cells taken from animals are no animals.
_TAKEN = re.compile(
    r"[- ](?:[\w/-]{1,40} ){0,5}(?:cells?|neurons?|astrocytes?|microglia|cultures?|organoids?|fibroblasts?|antibod(?:y|ies)|homogenates?|slices?|synaptosomes|membranes)\b"
)
#: Words for something tried on people, and for people or tissues set beside the healthy.
_TRIED = re.compile(
    r"\b(?:controlled|clinical|open|open-label|pilot|feasibility) (?:clinical )?(?:trials?|stud(?:y|ies))\b|\b(?:intervention|treatment|experimental|training|exercise|therapy) groups?\b|"
    r"\bpre-?(?:test|treatment|intervention)?(?:-| to | and |/)post-?(?:test|treatment|intervention)?\b|\bpretest\b|\bbefore and after\b|\bquasi-?experiment\w*|\bmultiple[- ]baseline\b|"
    r"\b(?:\d+|two|three|four|six|eight|ten|twelve)[- ](?:weeks?|months?|sessions?|days?) (?:of |of the )?(?:\w+ )?(?:treatment|therapy|program(?:me)?|intervention|training|course)\b|\bdoses of\b|\b\d+ ?mg/(?:d|day|kg)\b"
)
_BESIDE_WELL = re.compile(
    r"\bhealthy (?:controls?|volunteers|subjects|individuals|comparison|participants)\b|\b(?:normal|matched) controls?\b|\b(?:psychometr\w+|factor analys[ie]s|internal consistency|test-retest|cronbach\w*|immunohisto\w+|histopatholog\w+|gene expression|protein expression|serum (?:levels?|concentrations?)|genotyp\w+|polymorphisms?|postmortem|attitudes?|satisfaction|opinions?|beliefs?)\b"
)
#: A cohort of people treated is still one; what has no better name is named by these.
_BACK = re.compile(
    r"\bretrospective\w*|\breview(?:ed)?\b|\brecords\b|\bcharts?\b|\bexperience\b|\bconsecutive\b|\b(?:from|between) (?:19|20)\d\d (?:to|through|and|until) (?:19|20)\d\d\b|\bcases\b"
)
_AGAINST = re.compile(
    r"\b(?:control (?:group|subjects|condition|arm)|controls\b|compared (?:with|to) (?:the |those |a |an )?(?:\w+ )?(?:group|control|patients|placebo|treatment|those)|placebo|versus|vs\.?|two groups|both groups|either|crossover|cross-over|between (?:the )?groups)\b"
)
_BY_CHANCE = re.compile(
    r"\brandom|\bby (?:lot|chance|lottery)\b|\blots\b|\bcoin\b|\bdice\b|\ballocat|\bassigned\b"
)

_MODELLED = re.compile(r"model(?:l)?ing")
_PEOPLE = re.compile(
    r"\b(?:patients|subjects|probands|famil(?:y|ies)|men|women|children|individuals|controls|cases|participants)\b"
)
#: What those of a cohort were given, where its title names that: by its word, or by its ending.
_ON_DRUGS = re.compile(
    r"\b(?:vaccin\w+|statins?|\w+(?:statins?|azole|mab|olol|pril|sartan|azepam|olam|idone|apine|oxetine|traline|parin|cillin|mycin|tidine|platin|gabalin|etine|opram|triptan|dopa)|lithium|nsaids?|aspirin|metformin|anti-?(?:psychotics?|depressants?|epileptics?|convulsants?|biotics?|coagulants?|hypertensives?|virals?|retrovirals?|inflammator(?:y|ies))|opioids?(?! use)|inhibitors?|agonists?|antagonists?|(?:cortico)?steroids?|insulin|estrogen|methadone|buprenorphine|medications?|drugs?(?![- ](?:us(?:e|ers?|ing)|abus\w+|misus\w+|dependen\w+|addict\w+|seeking|taking|injecting|rewards?|overdos\w+|prescription|resistant|resistance)\b)|chemotherapy|radiotherapy|surgery|surgical|endarterectomy|stent\w*|transplant\w*|psychotherapy|rehabilitation|training|program(?:me)?s?|exercise|stimulation|diet(?:ary)?|therapy|treatment(?!-seeking))\b"
)
#: "Rivastigmine for hallucinations": a drug by its ending, and what it is for.
_DRUG_FOR = re.compile(
    r"\b\w{4,}(?:ine|ide|ate|oxin|one|am|il|ol|nib|ase|ium) (?:for|as|versus|vs|plus|monotherapy|augmentation|add-on)\b"
)
#: Designs that say how people were looked at, not what was done to them.
_SEEN = frozenset({"cohort", "case_series", "case_control", "cross_sectional", "qualitative"})
#: The least weight for people treated: where no design is told, where they were followed, elsewhere.
_TREATED = {"": 2.5, "cohort": 2.5}
_TREATED_ELSE = 3.0
#: So many words for animals make a study one of animals.
_ANIMALS = 3
#: Designs that give way where animals are told of: what was done to cells, or by chance.
_GIVES_WAY = frozenset({"in_vitro", "randomized_controlled_trial", "cohort", "case_control"})
#: Confidence below which words for cells give way where people are told of.
_FIRM = 0.75


@dataclass(frozen=True, slots=True)
class _Found:
    """A first place, and in how many sentences there is one."""

    place: tuple[int, int] | None
    count: int


def settled(article: Article, drawn: StudyValue | None) -> StudyValue | None:
    """The design with what a scholar's text tells beside; as it was for all other texts."""
    if not (genre.scholarly(article) or (genre.plain(article) and elsewhere.abstract(article))):
        return drawn
    if (drawn is None or drawn.value in _GIVES_WAY) and (place := _of_animals(article.body, drawn)):
        return stated(article, "animal", [place], 0.75, "scholars")
    if drawn and _mistaken(article, drawn):
        drawn = None
    if drawn is None and (told := forms.case(article)):
        return stated(article, "case_report", [told], 0.7, "scholars")
    return _of_treatment(article, drawn)


def _of_treatment(article: Article, drawn: StudyValue | None) -> StudyValue | None:
    """The design with whether people were treated to see what comes of it, and not by chance."""
    name = str(drawn.value) if drawn else ""
    if drawn and name == "randomized_controlled_trial" and not _any(_BY_CHANCE, article.body):
        return replace(drawn, value="nonrandomized_trial", confidence=0.6)
    if name and name not in _SEEN:
        return drawn
    weight, place = _treated(article)
    title = article.body[0]
    if name == "cohort" and weight >= 0 and (told := _ON_DRUGS.search(title.low)):
        place, weight = (title.start + told.start(), title.start + told.end()), _TREATED_ELSE
    if place is None or weight < _TREATED.get(name, _TREATED_ELSE):
        return drawn
    if drawn:
        return replace(drawn, details={**drawn.details, "of_treatment": True})
    return stated(article, _kind(article.body), [place], 0.6, "scholars", of_treatment=True)


def _mistaken(article: Article, drawn: StudyValue) -> bool:
    """Whether a design was only guessed by words that mean something else beside patients."""
    if drawn.value == "modelling":
        return _MODELLED.fullmatch(drawn.evidence[0].text.lower()) is not None
    if drawn.value != "in_vitro" or not _of_people(article.body):
        return False
    return drawn.method.startswith("rule:matter") or drawn.confidence < _FIRM


def _of_people(told: Sequence[Sentence]) -> bool:
    return sum(bool(_PEOPLE.search(sentence.low)) for sentence in told) > 1


def _of_animals(told: Sequence[Sentence], drawn: StudyValue | None) -> tuple[int, int] | None:
    """Where animals are told of first: of several places, or of one where nothing else is said."""
    cells = drawn is not None and drawn.value == "in_vitro"
    places = [
        (sentence.start + match.start(), sentence.start + match.end())
        for sentence in told
        for match in _ANIMAL.finditer(sentence.low)
        if not (cells and _TAKEN.match(sentence.low, match.end()))
        and not elsewhere.tried_before(sentence, match.end())
    ]
    if drawn is not None and not cells:
        return places[0] if places and _any(_STRAIN, told) else None
    alone = drawn is None and not any(_PEOPLE.search(sentence.low) for sentence in told)
    return places[0] if len(places) >= (1 if alone else _ANIMALS) else None


def _kind(told: Sequence[Sentence]) -> str:
    """The design of a treatment told without its name: looked back on, compared, or neither."""
    if _any(_BACK, told):
        return "case_series"
    return "nonrandomized_trial" if _any(_AGAINST, told) else "single_arm_trial"


def _any(pattern: re.Pattern, told: Iterable[Sentence]) -> bool:
    return any(pattern.search(sentence.low) for sentence in told)


def _treated(article: Article) -> tuple[float, tuple[int, int] | None]:
    """How much speaks for people treated to see what it does, and where it is said first."""
    title, *rest = article.body
    given, judged, other = (_found(pattern, rest) for pattern in (_GIVEN, _JUDGED, _LOOKED_AT))
    named = _found(_TITLED, [title])
    drug = None if named.count else _drug(title)
    count = sum(len(_TREATMENTS.findall(sentence.low)) for sentence in article.body)
    weight = (
        2.25 * (drug is not None)
        + min(given.count, 2)
        + 2.0 * named.count
        + 0.5 * min(judged.count, 3)
    )
    weight += 0.25 * min(count, 6) - 1.5 * _any(_LOOKED_AT, [title]) - 0.5 * min(other.count, 4)
    weight += 1.0 * min(_found(_TRIED, article.body).count, 2) - 0.75 * min(
        _found(_BESIDE_WELL, article.body).count, 2
    )
    return weight, given.place or named.place or drug


def _drug(title: Sentence) -> tuple[int, int] | None:
    """Where a title names what was given, by its word or by its ending."""
    told = _ON_DRUGS.search(title.low) or _DRUG_FOR.search(title.low)
    return (title.start + told.start(), title.start + told.end()) if told else None


def _found(pattern: re.Pattern, told: Iterable[Sentence]) -> _Found:
    rows = [(s, match) for s in told if (match := pattern.search(s.low))]
    if not rows:
        return _Found(None, 0)
    sentence, match = rows[0]
    return _Found((sentence.start + match.start(), sentence.start + match.end()), len(rows))
