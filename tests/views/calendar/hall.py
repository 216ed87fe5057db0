"""What the tests of the desk share: an office without the rest of the window, and what a notice says."""

from PySide6.QtWidgets import QLabel

from iopd_desktop.views.kit.background import Jobs
from iopd_desktop.views.kit.office import Office
from iopd_desktop.views.kit.records import Records


def office(store):
    return Office(store, Records(store), Jobs(), None, None, None, None, None)


def notice(desk):
    return " ".join(each.text() for each in desk.queue.notice.findChildren(QLabel))
