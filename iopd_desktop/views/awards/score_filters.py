"""What the score grid shows: which jury, which category, which criterion, and what is sought."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from iopd_desktop.actions.score_reads import ScoreTable
from iopd_desktop.models.awards import JURY_PHASES
from iopd_desktop.views.kit.flow import Flow
from iopd_desktop.views.kit.lines import SearchLine
from iopd_desktop.views.kit.pick_list import Offer, PickList
from iopd_desktop.views.kit.pieces import arrow_behind, button, label
from iopd_desktop.views.kit.records import Records
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, fold, number


class ScoreFilters(QWidget):
    """`changed` asks for the table to be read anew, `searched` for its lines to be chosen anew."""

    changed = Signal()
    searched = Signal()
    down = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.phase, self.category, self.criterion = next(iter(JURY_PHASES)), "", ""
        self.search = SearchLine(_("Nomination or place"), _("Nomination or place"))
        self.search.textChanged.connect(lambda _text: self.searched.emit())
        self.search.down.connect(self.down)
        self._categories: list[Offer] = []
        self._criteria: list[Offer] = []
        self._phase = self._button(lambda: self._pick("phase", _("Jury"), self._phases(), self._phase))
        self._category = self._button(lambda: self._pick("category", _("Category"), self._categories, self._category))
        self._criterion = self._button(lambda: self._pick("criterion", _("Criterion"), self._criteria, self._criterion))
        self._progress = label("", "small", "text2")
        self._progress.setMinimumHeight(px(28))  # level with the buttons beside it
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(20), px(4), px(16), px(6))
        flow = Flow(None, px(8))
        for widget in (self.search, self._phase, self._category, self._criterion, self._progress):
            flow.addWidget(widget)
        whole.addLayout(flow)
        self._name()

    def _button(self, act: Callable[[], object]) -> QPushButton:
        made = button("", act, look="filter")
        arrow_behind(made)
        return made

    def _phases(self) -> list[Offer]:
        return [(code, _(words)) for code, words in JURY_PHASES.items()]

    def _pick(self, name: str, title: str, offers: list[Offer], under: QPushButton) -> None:
        made = PickList(title, lambda _typed: offers, [getattr(self, name)], parent=self)
        made.picked.connect(lambda codes: self.choose(name, codes[0]))
        made.under(under)

    def choose(self, name: str, code: str) -> None:
        """Choose the phase, the category or the criterion; "" is all of them."""
        setattr(self, name, code)
        self._name()
        self.changed.emit()

    def show_choices(self, records: Records, edition: str, table: ScoreTable) -> None:
        """What there is to choose from in an edition."""
        themes = records.all("category", {"edition": edition, "group": "theme"}, "code")
        titles = records.titles("category", [row["id"] for row in themes])
        self._categories = [("", _("All categories")), *titles.items()]
        self._criteria = [("", _("All criteria")), *((one.id, one.name) for one in table.criteria)]
        self._name()

    def _name(self) -> None:
        for made, offers, code, whole in (
            (self._phase, self._phases(), self.phase, _("Jury")),
            (self._category, self._categories, self.category, _("All categories")),
            (self._criterion, self._criteria, self.criterion, _("All criteria")),
        ):
            shown = dict(offers).get(code) or whole
            short = shown if len(shown) <= 30 else shown[:29].rstrip() + "…"
            made.setText(short.replace("&", "&&"))
            made.setToolTip(shown)
            made.setAccessibleName(shown)

    def show_all(self, all: bool) -> None:
        """Show how many sheets are in, or leave its line to the grid: the status line says it too."""
        self._progress.setVisible(all)

    def show_progress(self, done: int, of: int) -> None:
        """Say how many sheets are in."""
        self._progress.setText(_("{done} of {of} sheets").format(done=number(done), of=number(of)))

    def rows(self, table: ScoreTable) -> list[int]:
        """The places of the lines that are sought."""
        words = fold(self.search.text()).split()
        texts = [fold(f"{line.number} {line.title} {line.place}") for line in table.lines]
        return [place for place, text in enumerate(texts) if all(word in text for word in words)]
