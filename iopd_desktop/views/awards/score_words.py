"""What a cell of the score grid is in words, for tooltips, screen readers and the panel below."""

from iopd_desktop.actions.score_reads import ScoreTable
from iopd_desktop.views.awards.cell_paint import figure
from iopd_desktop.words import N_, _, ngettext, number

_STATES = {
    "none": N_("not assigned"), "awaited": N_("awaited"), "begun": N_("begun"), "scored": N_("scored"),
    "differs": N_("the two entries differ"), "conflict": N_("conflict of interest"), "abstained": N_("abstains"),
}  # fmt: skip


def spoken(table: ScoreTable, line: int, juror: int, *, blind: bool = False) -> str:
    """A cell as a sentence: nomination, place, juror, and what the juror did; blind, how far the second entry is."""
    one, who = table.lines[line], table.columns[juror]
    cell = table.tally.cell(one.id, who.id)
    said = _(_STATES[cell.state])
    if blind and cell.first:
        said = _("second entry begun") if cell.second else _("second entry awaited")
        if cell.first.keys() <= cell.second.keys():
            said = _("second entry done")
    elif cell.value is not None and cell.state in ("scored", "differs", "begun"):
        said += " " + figure(cell.value)
    parts = (one.title, one.place, _("juror {name}").format(name=who.name), said)
    return ", ".join(part for part in parts if part)


def outcome(table: ScoreTable) -> str:
    """What the ranks say in words: how many are in wherever they fall, how many the cut decides, how many are out."""
    if not table.cut:
        return ""
    falls = [table.tally.standings[line.id].falls(table.cut) for line in table.lines]
    counted = {name: falls.count(name) for name in ("in", "cut", "out")}
    return _("In, wherever it falls: {inside}   Decided by the cut at {cut}: {open}   Out: {out}").format(
        inside=counted["in"], cut=table.cut, open=counted["cut"], out=counted["out"]
    )


def summary(table: ScoreTable) -> str:
    """What the status line says of a table."""
    done, of = table.tally.total()
    lines = ngettext("{count} nomination", "{count} nominations", len(table.lines)).format(count=len(table.lines))
    awaited = ngettext("{count} sheet awaited", "{count} sheets awaited", of - done).format(count=number(of - done))
    differing = len(table.tally.differing())
    compare = ngettext("{count} to compare", "{count} to compare", differing).format(count=number(differing))
    return "   ".join((lines, awaited, *([compare] if differing else [])))
