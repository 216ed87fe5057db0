"""The head of the desk: which event and which door, what is locked meanwhile, and what else can be opened here."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from iopd_desktop.views.calendar.desk.door import Door
from iopd_desktop.views.kit.editors.picked import ChoiceBox
from iopd_desktop.views.kit.pieces import button, elided, ground, label, picture
from iopd_desktop.views.kit.steps import px
from iopd_desktop.words import _, day, today


def desk_head(door: Door, turned: Callable[[], object], deeds: Sequence[tuple[str, Callable[[], object]]]) -> QWidget:
    """The event, the doors it has, the last deed, and the others under More; `turned` hears of another door."""
    made = ground(QWidget(), "chrome")
    row = QHBoxLayout(made)
    row.setContentsMargins(px(24), px(8), px(16), px(8))
    row.setSpacing(px(12))
    row.addWidget(picture("badge", "accent"))
    row.addWidget(label(_("Event desk"), "lead"))
    row.addWidget(elided(f"{door.title} · {day(today(), 'full')}", "body", "text2"), 1)
    if sessions := door.sessions():
        box = ChoiceBox(_("Door of"))
        for id, title in ((None, _("The whole event")), *sessions):
            box.addItem(title, id)
        box.activated.connect(lambda _place: door.turn_to(box.currentData()))
        box.activated.connect(turned)
        box.setMinimumContentsLength(10)
        row.addWidget(box)
    row.addWidget(picture("lock", "text2"))
    row.addWidget(elided(_("The rest is locked") if door.store.encrypted else _("The rest is closed")))
    *others, (words, act) = deeds
    more = button(_("More"))
    menu = QMenu(more)
    for said, other in others:
        menu.addAction(said, other)
    more.setMenu(menu)
    row.addWidget(more)
    row.addWidget(button(words, act))
    return made
