"""What the palette finds: records of every kind, pages of every tab, and every command of the menus."""

from functools import partial
from typing import Any

from iopd_desktop.models import by_kind
from iopd_desktop.views.kit.command_palette import Entry
from iopd_desktop.words import _, fold

RECORDS = 12
COMMANDS = 8


class Seeking:
    """Finds entries for the palette in a window: what lies on the tab in view comes first."""

    def __init__(self, window: Any) -> None:
        self._window = window

    def entries(self, typed: str) -> list[Entry]:
        """The entries for a typed text; a leading ">" asks for commands alone."""
        only_commands = typed.startswith(">")
        text = typed.removeprefix(">").strip()
        records = [] if only_commands or not text else self._records(text)
        return [*records, *self._pages(text, only_commands=only_commands), *self._commands(text, bool(text))]

    def _records(self, text: str) -> list[Entry]:
        window = self._window
        here: list[Entry] = []
        elsewhere: list[Entry] = []
        for hit in window.office.records.anywhere(text, RECORDS):
            name = window.tabs.showing(hit.kind)
            if not name:
                continue
            near = window.view.tab.shows(hit.kind)
            tab = window.view.tab if near else window.tabs.declared[name]
            group = _(tab.label) if near else _("Elsewhere")
            act = partial(window.go, hit.kind, hit.id)
            entry = Entry(hit.title, _(by_kind(hit.kind).label), tab.icon, act, "", group)
            (here if near else elsewhere).append(entry)
        return [*here, *elsewhere]

    def _pages(self, text: str, *, only_commands: bool) -> list[Entry]:
        if only_commands or not text:
            return []
        found = []
        for name, tab in self._window.tabs.declared.items():
            for page in tab.pages:
                title = _(page.full or page.label)
                if fold(text) in fold(title):
                    act = partial(self._window.show_tab, name, page.name)
                    found.append(Entry(title, _(tab.label), page.icon, act, "", _("Go to")))
        return found[:COMMANDS]

    def _commands(self, text: str, limited: bool) -> list[Entry]:
        found = []
        for command, action in self._window.menus.commands():
            title = action.text().replace("&", "").partition("\t")[0]
            if action.isEnabled() and fold(text) in fold(title):
                icon = command.icon or "onward"
                found.append(Entry(title, "", icon, action.trigger, command.key, _("Do")))
        return found[:COMMANDS] if limited else found
