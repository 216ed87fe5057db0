"""Commands about the program itself: what it is made of, and its place in the desktop's menu."""

from iopd_desktop import __version__
from iopd_desktop.actions import menu_entry as entry
from iopd_desktop.actions.libraries import libraries
from iopd_desktop.cli.desk import Desk
from iopd_desktop.words import _

LICENCE = "AGPL-3.0-or-later"


def about(desk: Desk) -> None:
    """The version, the licence, and every library inside with its own."""
    found = libraries()
    if desk.json:
        inside = [{"name": one.name, "version": one.version, "licence": one.licence} for one in found]
        desk.give({"version": __version__, "licence": LICENCE, "libraries": inside})
        return
    desk.say(f"IOPD Desktop {__version__}, {LICENCE}")
    desk.table((_("Library"), _("Version"), _("Licence")), ((one.name, one.version, one.licence) for one in found))


def menu_entry(desk: Desk) -> None:
    """Put the program into the menu of a desktop that follows the freedesktop rules, or take it out."""
    deed = entry.remove if desk.arguments.remove else entry.write
    paths = deed()
    if desk.json:
        desk.give({"removed" if desk.arguments.remove else "written": [str(path) for path in paths]})
        return
    for path in paths:
        desk.say(_("{file} is gone").format(file=path) if desk.arguments.remove else str(path))
