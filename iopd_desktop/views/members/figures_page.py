"""The members in figures: by region, by what they are, and by country, each bar with its list behind it."""

from collections.abc import Sequence
from typing import Any

from iopd_desktop.actions.figures import Figure, members_by_country, members_by_kind, members_by_region
from iopd_desktop.views.kit.bar_row import Bar
from iopd_desktop.views.kit.bars_page import BarsPage
from iopd_desktop.views.kit.office import Aim, Office
from iopd_desktop.words import _, ngettext, number

_MOST = 15
"""So many countries are drawn; the others are summed up in a last bar."""


class FiguresPage(BarsPage):
    """Drawings of the members, counted as the list of members counts them."""

    seen = frozenset({"organisation"})

    def __init__(self, office: Office, declared: Any = None) -> None:
        super().__init__(office, _("The members in figures"))

    def read(self) -> None:
        with self.office.store.read() as reader:
            regions, kinds, countries = (
                counted(reader) for counted in (members_by_region, members_by_kind, members_by_country)
            )
        count = sum(one.count for one in regions)
        words = ngettext("{count} member", "{count} members", count).format(count=number(count))
        self.title.set_count(words)
        self.told.emit(words)
        if not count:
            words = _("Once there are members, their regions, kinds and countries are drawn here.")
            begin = Aim("members", "members", begin=True)
            self.nothing((_("No members yet"), words, _("New member"), lambda: self.office.narrow(begin)))
            return
        for head, name, column, figures in (
            (_("Members by region"), "section", _("Region"), regions),
            (_("Members by kind"), "type", _("Kind"), kinds),
            (_("Members by country"), "country", _("Country"), countries),
        ):
            self.chart(head, _bars(name, figures), (column, _("Members")))


def _bars(name: str, figures: Sequence[Figure]) -> list[Bar]:
    aims = [Aim("members", "members", {name: [one.code]}) for one in figures]
    made = [Bar(one.name, one.count, number(one.count), aim=aim) for one, aim in zip(figures, aims, strict=True)]
    rest = sum(one.count for one in figures[_MOST:])
    return [*made[:_MOST], Bar(_("others"), rest, number(rest))] if rest else made
