"""The papers of an edition, asked for from the pages that show it: in figures, in order, nomination by nomination."""

from typing import Any

from iopd_desktop.views.awards.editions import current_edition
from iopd_desktop.views.kit.exchange import paper
from iopd_desktop.words import N_


def _edition(page: Any) -> dict[str, Any]:
    """The number of the edition in view, as reports take it; nothing where there is none."""
    values = page.office.records.seek("edition", current_edition(page.office))
    return {"edition": values["number"]} if values else {}


def _nomination(page: Any) -> dict[str, Any]:
    """The edition in view, and the nomination that is selected where it is one alone."""
    chosen = page.selected()
    return _edition(page) | ({"nomination": chosen[0]} if len(chosen) == 1 else {})


def _jury(page: Any) -> dict[str, Any]:
    """The edition in view, and the jury whose work the page shows."""
    return _edition(page) | ({"phase": page.phase} if page.phase else {})


IN_FIGURES = paper("edition-summary", N_("Edition in figures…"), _edition)
RANKING = paper("ranking", N_("Ranking…"), _jury)
SHEETS = paper("nomination-sheet", N_("Nomination sheets…"), _nomination)
