"""The Repository tab: practices of participation and the vocabularies that describe them."""

from dataclasses import replace

from iopd_desktop.models.repository import Practice, Term, Vocabulary
from iopd_desktop.store.listing import Filter
from iopd_desktop.views.kit.columns import Counted
from iopd_desktop.views.kit.commands import Needs
from iopd_desktop.views.kit.exchange import paper
from iopd_desktop.views.kit.tab import Sheet, Tab
from iopd_desktop.views.repository.states import STAGE_MARKS, languages_of, practice_chips, practice_hints
from iopd_desktop.words import N_

_COLUMNS = ("title", "organisation", "country", "type", "begins", "stage", "languages")
_LANGUAGES = Counted("languages", N_("Languages"), languages_of, "text", 110)
_PAPERS = (
    replace(paper("practice-sheet", N_("Sheet of this practice…"), lambda page: {"practice": page.selected()[0]}),
            needs=Needs.ONE),
    paper("practice-catalogue", N_("Catalogue of practices…")),
)  # fmt: skip
_FILTERS = ("country", "type", "themes", "sdgs")

TAB = Tab(
    name="repository",
    label=N_("Repository"),
    icon="book",
    counted="practices",
    help=N_(
        "The experiences of participation that the network knows. Each text stands in several languages: the row of "
        "codes under a field shows which ones a person wrote, which a machine, and which are missing.\n"
        "Themes, methods and objectives come from vocabularies that you keep on the page Terms."
    ),
    pages=(
        Sheet(
            "practices", N_("Practices"), "book", Practice, new=N_("New practice"), columns=_COLUMNS,
            counted=(_LANGUAGES,), filters=_FILTERS, order=(("title", False),), parts=(),
            marks={"stage": STAGE_MARKS}, chips=practice_chips, hints=practice_hints, commands=_PAPERS,
            empty=(N_("No practices yet"), N_("Write the first one, or bring in a list from a spreadsheet.")),
        ),
        Sheet(
            "drafts", N_("To finish"), "pencil", Practice, full=N_("Practices that are not published yet"),
            where=(Filter("stage", "not", "published"),), columns=_COLUMNS, counted=(_LANGUAGES,), filters=_FILTERS,
            order=(("title", False),), parts=(), marks={"stage": STAGE_MARKS}, chips=practice_chips,
            hints=practice_hints, asks=True, commands=_PAPERS[:1],
            empty=(N_("Everything is published"), N_("Practices in description stand here until they are.")),
        ),
        Sheet("terms", N_("Terms"), "bookmark", Term, new=N_("New term"),
              columns=("name", "vocabulary", "broader", "retired"), filters=("vocabulary", "retired"),
              order=(("vocabulary", False), ("rank", False)), parts=()),
        Sheet("vocabularies", N_("Vocabularies"), "list", Vocabulary, new=N_("New vocabulary"),
              columns=("name", "code", "version"), order=(("name", False),)),
    ),
)  # fmt: skip
