"""The network's own form, in a window of its own: its name and its post, as they stand on every paper."""

from typing import Any

from iopd_desktop.actions.network import ours, seed_network
from iopd_desktop.models.desk import Network
from iopd_desktop.views.kit.dialogs.asked import shown
from iopd_desktop.views.kit.dialogs.frame import Dialog
from iopd_desktop.views.kit.record_form import RecordForm
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _

_WIDE, _HIGH = 600, 640


def ask_network(window: Any) -> None:
    """Show the form of the network; like every form it keeps what is typed by itself, and undo takes it back."""
    words = _("These stand on every paper, each in the language of the paper. They are kept as you type.")
    dialog = Dialog(window, _("The network"), words)
    form = RecordForm(Network, window.office.records, parent=dialog)
    form.show_id(_network(window))
    dialog.grow(form)
    dialog.resize(min(px(_WIDE), window.width()), min(px(_HIGH), window.height()))
    dialog.finished.connect(lambda _answer: form.keep_all())
    shown(dialog)


def _network(window: Any) -> str:
    """The id of the network; it is brought again where somebody removed it."""
    with window.store.read() as reader:
        found = ours(reader)
    if found is None:
        with window.store.work(_("Network")) as work:
            seed_network(work)
            found = ours(work)
    return str((found or {})["id"])
