"""What a page does with its saved views: which one is shown, and keeping, changing, renaming and removing it."""

from typing import TYPE_CHECKING

from iopd_desktop.models.refusal import BadValue, Refused
from iopd_desktop.views.kit.commands import Command
from iopd_desktop.views.kit.dialogs.line import ask_line
from iopd_desktop.views.kit.saved_views import ViewState
from iopd_desktop.words import N_, _

if TYPE_CHECKING:
    from iopd_desktop.views.kit.record_page import RecordPage


class KeptViews:
    """The saved views of one page; `shown` is the id of the one that its list began from, or an empty text."""

    def __init__(self, page: "RecordPage") -> None:
        self._page = page
        self.shown = ""
        filters = page.list.filters
        filters.save_wanted.connect(self.save)
        filters.change_wanted.connect(lambda: self.change(self.shown))
        page.list.counted.connect(self.tell)

    def show(self, id: str, state: ViewState) -> None:
        """Show a view."""
        self.shown = id
        self._page.list.take(state)

    def leave(self) -> None:
        """The page is shown by itself: no view is changed by what is filtered from here on."""
        self.shown = ""
        self.tell()

    def tell(self) -> None:
        """Offer to keep the list as it is now in its view, where it differs from it."""
        kept = self._kept(self.shown)
        changed = kept is not None and ViewState.read(kept["listing"]) != self._page.list.state()
        self._page.list.filters.show_changed(changed=changed)

    def _kept(self, id: str) -> dict[str, str] | None:
        return self._page.office.records.seek("view", id) if id else None

    def save(self) -> None:
        """Ask for a name and keep the list as it is now under it."""
        page = self._page
        name = ask_line(page, _("Save view"), _("Name of the view"), _("Save"))
        if name:
            values = {"name": name, "of": page.place, "listing": page.list.state().written(page.sheet)}
            self.shown = page.office.records.add("view", values, _("Save view {name}").format(name=name))
            page.office.say(_("View saved: {name}").format(name=name))
            self.tell()

    def change(self, id: str) -> None:
        """Keep the list as it is now in a view that there is."""
        values = {"listing": self._page.list.state().written(self._page.sheet)}
        if name := self._edit(id, values, _("Save changes to the view {name}")):
            self.shown = id
            self._page.office.say(_("Changes saved to the view {name}").format(name=name))
            self.tell()

    def rename(self, id: str) -> None:
        """Ask for another name of a view."""
        kept = self._kept(id)
        if kept is None:
            self._page.complain(_("No saved view is shown: choose one first"))
            return
        name = ask_line(self._page, _("Rename the view"), _("Name of the view"), _("Rename"), kept["name"])
        if name and name != kept["name"]:
            self._edit(id, {"name": name}, _("Rename the view {name}"))
            self._page.office.say(_("The view is called {name} now").format(name=name))

    def _edit(self, id: str, values: dict[str, str], title: str) -> str:
        kept = self._kept(id)
        if kept is None:
            self._page.complain(_("No saved view is shown: choose one first"))
            return ""
        try:
            self._page.office.records.edit("view", id, values, title.format(name=kept["name"]))
        except (BadValue, Refused) as wrong:
            self._page.complain(str(wrong))
            return ""
        return kept["name"]

    def remove(self, id: str) -> None:
        """Remove a view; it is undone from the toast, and the list stays as it is."""
        kept = self._kept(id)
        if kept is None:
            self._page.complain(_("No saved view is shown: choose one first"))
            return
        self._page.office.records.remove("view", [id])
        self.shown = "" if self.shown == id else self.shown
        self._page.office.say(_("View removed: {name}").format(name=kept["name"]))
        self.tell()


VIEW_COMMANDS = (
    Command("save-view", N_("Save view…"), lambda page: page.views.save(), menu="view", icon="bookmark"),
    Command("change-view", N_("Save changes to the view"), lambda page: page.views.change(page.views.shown),
            menu="view", icon="tick"),
    Command("rename-view", N_("Rename the view…"), lambda page: page.views.rename(page.views.shown), menu="view",
            icon="pencil"),
    Command("remove-view", N_("Remove the view"), lambda page: page.views.remove(page.views.shown), menu="view",
            icon="trash"),
)  # fmt: skip
"""For every ordinary list."""
