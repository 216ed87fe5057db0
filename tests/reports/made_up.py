"""Plainly fictitious packets and rows for the tests of reports."""

from dataclasses import replace

from iopd_desktop.actions.packet_entries import Entry, Passage
from iopd_desktop.actions.packets import Measure, Packet

LEVELS = (
    "Absent: nothing in the entry speaks to this criterion.",
    "Weak: it is named, without means, dates or people.",
    "Partial: some of it is done; the main part is an intention.",
    "Sound: done as described, with evidence for the larger part.",
    "Strong: done fully, evidence throughout, limits told openly.",
    "Exemplary: others could learn from it as it stands.",
)
CRITERIA = (
    ("Innovation", "Is the method or its use new in its own setting?", 15),
    ("Transferability", "Could another government repeat it with its own means?", 10),
    ("Feasibility", "Are means, time and legal basis real?", 10),
    ("Relevance", "Does it answer a need that people there state themselves?", 15),
    ("Coordination", "Do other bodies and levels take part?", 10),
    ("Co-responsibility", "Do citizens share in decisions, not only in opinions?", 15),
    ("Evaluation", "Is it evaluated, and are accounts given in public?", 10),
    ("Impact", "What changed, for whom, with what evidence?", 15),
)
PLACES = (
    ("Montfleuri", "FR", "Budget participatif des écoles", "fr"),
    ("Riba-roja del Camp", "ES", "Assemblea ciutadana pel clima", "ca"),
    ("Nueva Alameda", "CO", "Presupuesto participativo rural", "es"),
    ("青石市 Qingshi", "CN", "社区议事厅 (Neighbourhood chambers)", "zh"),
    ("Łąkowice", "PL", "Panel obywatelski o transporcie", "pl"),
    ("سوق الخميس Souk el-Khemis", "TN", "مجلس الشباب (Youth council)", "ar"),
    ("Санкт-Ольгин", "UA", "Громадський бюджет шкіл", "uk"),
    ("Nagarpur", "NP", "वडा नागरिक सभा (Ward citizen assembly)", "ne"),
    ("Tōkai-cho", "JP", "くじ引き会議 (Lot-drawn council)", "ja"),
    ("하늘구 Haneul", "KR", "주민 회의 (Residents’ meeting)", "ko"),
    ("The United Association of the Very Small Municipalities of the Upper Valley and of the Seven Lakes, North",
     "GB", "Citizens’ jury on care", "en"),
)  # fmt: skip
FRENCH = """La commune de Tamrirt présente cette pratique avec la coopérative Tissaliwine et le comité de quartier \
Bab el-Oued. L’assemblée est présidée depuis 2022 par Fatima Zahra El Idrissi (فاطمة الزهراء الإدريسي), élue municipale.

Six fois par an, soixante femmes tirées au sort dans les sept quartiers de la médina décident de l’emploi de 8 % du \
budget d’investissement. Les séances se tiennent en amazighe et en arabe dialectal, avec garde d’enfants et indemnité \
de transport. Qu’en disent-elles ? Un échange avec la ville de Qingshi (青石市) l’a montré."""
ENGLISH = """The commune of Tamrirt submits this practice with the Tissaliwine cooperative and the Bab el-Oued \
neighbourhood committee. Since 2022 the assembly has been chaired by Fatima Zahra El Idrissi (فاطمة الزهراء الإدريسي), \
a municipal councillor.

Six times a year, sixty women drawn by lot from the seven districts of the medina decide how to spend 8 % of the \
investment budget. Sessions are held in Amazigh and in dialectal Arabic, with childcare and a transport allowance. \
The method comes from an exchange with the city of Qingshi (青石市)."""
ARABIC = """نحن نساء المدينة القديمة في تمريرت نقرر منذ سنة 2021 في 8 % من ميزانية الاستثمار، ونعرف في المساء نفسه \
ما الذي تقرر ولماذا. من يحمل عبء الرعاية يجب أن يقرر في المرافق التي يعتمد عليها، وعلى المجلس (Conseil) أن يعلل كل \
رفض كتابة."""
def criteria(count: int = 8) -> tuple[Measure, ...]:
    """As many criteria as asked, with equal names repeated."""
    given = [CRITERIA[i % len(CRITERIA)] for i in range(count)]
    total = sum(share for _name, _question, share in given)
    return tuple(
        Measure(i, name, question, 100 * share / total, LEVELS)
        for i, (name, question, share) in enumerate(given, start=1)
    )


def entry(number: int = 1, **other: object) -> Entry:
    """An entry with its original in French and a translation."""
    place, country, title, language = PLACES[(number - 1) % len(PLACES)]
    made = Entry(
        number=number,
        code=f"E{number:03d}",
        title=title,
        translated_title="Assembly of the women of the medina" if number % 2 else "",
        place=place,
        country=country,
        category="C. Gender and care",
        category_code="C",
        territory="50,000 to 250,000 inhabitants",
        nominated_by="Commune de Tamrirt",
        contact="Fatima Zahra El Idrissi (فاطمة الزهراء الإدريسي)",
        received="12 April 2024",
        language="fr" if language not in ("es", "ca", "en") else language,
        translated_into="en",
        by_machine=True,
        passages=(
            Passage("Résumé", FRENCH, "Summary", ENGLISH),
            Passage("Description", FRENCH, "Description", ENGLISH),
        ),
        attachments=(("reglement.pdf", "application/pdf", 240_000), ("salle.jpg", "image/jpeg", 1_900_000)),
        eligibility="Eligible",
        eligibility_notes="Authorisation on file. Within the period.",
    )
    return replace(made, **other)


def packet(entries: int = 3, **other: object) -> Packet:
    """A packet of the second jury."""
    made = Packet(
        id="P-2024-J2-07",
        number=7,
        of=7,
        juror="Amina Ben Salah — أمينة بن صالح",
        language="en",
        reads=("en", "fr"),
        award="18th IOPD Award",
        year=2024,
        phase="Second jury",
        contact="jury@example.org",
        return_by="15 July 2024",
        destroy_by="31 December 2024",
        rules="Read each nomination on its own.\nUse the whole scale.",
        lowest=0,
        highest=5,
        criteria=criteria(),
        entries=tuple(entry(i) for i in range(1, entries + 1)),
    )
    return replace(made, **other)
