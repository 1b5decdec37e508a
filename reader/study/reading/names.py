"""Names of people as news prints them, found by their form."""

from collections.abc import Container

from reader.study import vocabulary
from reader.text import sieve as re

_GIVEN = (
    r"(?:[A-ZÀ-Þ][a-zà-ÿ’'-]{1,24}(?:-[A-Z][a-zà-ÿ]{1,20})?|[A-Z]\.(?:[ -]?[A-Z]\.)?|[A-Z]{1,2}\b)"
)
_SURNAME = r"(?:(?:[Vv]an der|[Vv]an den|[Vv]an de|[Vv]an|[Vv]on|[Dd]e la|[Dd]e|[Dd]el|[Dd]i|[Dd]a|[Dd]os|[Ll]e|[Ll]a|bin|al|el|St\.|Mc|O[’'])[ -]?)?[A-ZÀ-Þ][\w’'-]{1,24}"
#: A person's name of two to five parts.
PERSON = rf"{_GIVEN}(?: {_GIVEN}){{0,2}} {_SURNAME}(?: (?:Jr|Sr|III|II)\b\.?)?"
#: A surname alone, as in "Lee and colleagues".
SURNAME = _SURNAME
_NOT_PERSON = re.compile(
    r"^(?:The|This|These|In|On|At|A|An|For|With|From|By|As|And|But|When|While|Since|After|Before|During|New|National|American|British|European|"
    r"United|University|Institute|College|School|Hospital|Center|Centre|North|South|East|West|Northern|Southern|Western|Eastern|Central|January|February|March|April|May|June|July|"
    r"August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Nature|Science|Journal|"
    r"Results|Findings|Patients|People|Researchers|Scientists|Study|Research|However|Although|Our|Their|His|Her|It|They|We|Medical|Health|Public|"
    r"World|International|Food|Drug|Department|Division|Office|General|Society|Association|Phase|Group|Figure|Table|Photo|Image|Credit|Early|Late|High|Low|Human|Clinical|Cancer|Breast|Lung|Type|Los|San|Santa|Great|"
    r"Annual|Senior|Lead|Chief|Both|Other|Many|Most|Some|All|Each|More|Two|Three|Four|Five|Media|Contact|About|Related|Overall|Vitamin|Global|Royal|Saint|Although|Here|There|If|Because|Despite|Until|Once|Yet|Previous|Recent|Further|Future|Older|Younger|Women|Men|Children|Adults|Palo|White|African|Asian|Native|Latin|Middle|Hubble|Earth|Mars|Moon|Sun|First|Second|Third|Last|Next|Now|Then|Thus|Together|Altogether|Taken|Recently|Previously|Meanwhile|Finally|Additionally|Moreover|Furthermore|Using|Instead|Indeed|Also|Such|Those|Not|No|Only|Even|Just|Its|Your|What|How|Why|Who|Which|Where|That|Is|Are|Was|Were|To|Of|In|Under|Over|Between|Among|Through|Per|Via|Like|Unlike|Federal|State|US|UK|EU|Congress|Parliament|Government|Republic|City|County|Lake|Mount|Fort|Port|Point|Cape|El|La|Las|Le|Santo|Sao|Rio|Hong|Sri|Costa|Puerto|Saudi|Sierra|Ivory|Burkina|Papua|Trinidad|Bosnia|Czech|Black|Asian|Caucasian|Hispanic|Chinese|Japanese|Indian|German|French|Italian|Spanish|Canadian|Australian|Dutch|Swedish|Danish|Finnish|Norwegian|Swiss|Israeli|Brazilian|Mexican|Korean|Alzheimer|Parkinson|Huntington|Crohn|Hodgkin|Down|Lou|Mediterranean|Atlantic|Pacific|Arctic|Antarctic|Amazon|Gulf|Red|Blue|Green|Yellow|Big|Deep|Open|Free|Home|Skip|Read|Learn|Click|Share|Print|Email|Follow|Download|View|Source|Reference|Citation|Article|Abstract|Background|Methods|Conclusions?|Objectives?)\b(?!\.)"
)
_NOT_IN_PERSON = re.compile(
    r"\b(?:Universi\w+|Üniversitesi|Institute?|Instituto|College|School|Hospital|Center|Centre|Society|Association|Foundation|Journal|Medicine|Health|Research|Department|Agency|Council|"
    r"Disease|Study|Trial|Program|Programme|Project|Sciences?|Engineering|Laboratory|Group|Network|Award|Prize|Press|News|Today|Road|Avenue|City|County|State|States|Kingdom|Island|Islands|Ocean|River|Lake|"
    r"Administration|Drug|Services?|Committee|Commission|Report|Survey|Scale|Index|Test|Syndrome|Virus|Cancer|Diet|Act|Week|Month|Year|Affairs|Telescope|Observatory|Clinic|Times|Herald|Biology|Physics|Chemistry|Psychology|Oncology|Neurology|Surveys?|Nutrition|Control|Prevention|Therapy|Technology|Technologies|Institution|Biomarkers|Pharmaceuticals|Museum|Curator|Directors?|Professors?|Scientists?|Investigators?|Officers?|Presidents?|Chairs?|Fellows?|Authors?|Editors?|Editor-in-Chief|Cardiology|Pediatrics|Paediatrics|Immunology|Genetics|Epidemiology|Dermatology|Radiology|Urology|Surgery|Psychiatry|Letters|Reports|Communications|Proceedings|Annals|Archives|Order|Task|Mission|Space|Flight|Force|Team|Unit|Ventures|Inc|Ltd|LLC|Corp|Company|Bio|Biotech|Biosciences|AG|GmbH|Fund|Trust|Senate|Court|Party|Union|Hotel|Airport|Station|Forest|Mountains?|Valley|Beach|Coast|Sea|Bay|Peninsula|Desert|Creek|Springs|Falls|Hills|Heights|Square|Building|Campus|Conference|Congress|Meeting|Symposium|Summit|Initiative|Alliance|Consortium|Collaboration|Registry|Database|Cohort|Protein|Receptor|Gene|Acid|Cells?|Factor|Therapy|Vaccine|Disorder|Infection|Fever|Flu|Pandemic|Palsy|Stroke|Injury|Questionnaire|Inventory|Guidelines?|Standards?|Code|Rights|Policy|Strategy|Plan|Bureau|Authority|Board|Ministry|Minister|Embassy|Army|Navy|Corps|Region|Province|District|Republic|World|Wide|Web|Online|Magazine|Radio|Television|Channel|Media|Review|Summary|Details|Information|Contact|Menu|Site|Policy)\b"
)


_LETTERS = re.compile(r"\d|(?<![\w.])[A-Z]{3,}(?![\w.])")


_DEGREE = re.compile(r"(?:PhD|Ph|MSc|DPhil|MPhil|PharmD|PsyD|DrPH|BSc|MBChB|ScD|EdD)")


def is_person(name: str) -> bool:
    """Whether a run of capitals may be a person and not a thing or an office."""
    return not (
        _NOT_PERSON.match(name)
        or _NOT_IN_PERSON.search(name)
        or _LETTERS.search(name)
        or name.isupper()
        or _DEGREE.fullmatch(name)
    )


def common(name: str, small_words: Container[str]) -> bool:
    """Whether a name is made of words that the article also writes small: no name then."""
    parts = [part for part in re.split(r"[ -]", name) if len(part) > 2 and "." not in part]
    words = [part.lower().removesuffix("'s").removesuffix("’s") for part in parts]
    plain = [word for word in words if word in small_words]
    if len(words) > 1 and all(word in vocabulary.plain("surname_words") for word in plain):
        return False
    return bool(plain)


FORENAME = r"(?:[A-ZÀ-Þ][\w’'-]{1,24}|[A-Z]\.)"
_ENDS_IN_NAME = re.compile(rf"{FORENAME}$")


def follows_a_name(text: str, last: str) -> bool:
    """Whether a surname stands anywhere behind a forename or an initial."""
    at = text.find(f" {last}")
    while at >= 0:
        if _ENDS_IN_NAME.search(text, max(0, at - 26), at):
            return True
        at = text.find(f" {last}", at + 1)
    return False
