"""A window while long work writes in the background."""

import threading

from PySide6.QtWidgets import QLabel

from iopd_desktop.models.members import Organisation


def there(window):
    with window.store.read() as reader:
        return reader.count(Organisation)


def test_undo_during_long_work_says_to_wait_and_takes_back_nothing_else(program, qtbot, sample_path):
    program.open(sample_path, None)
    window, began, go, waited = program.window, threading.Event(), threading.Event(), []
    before = there(window)
    window.office.records.add("organisation", {"name": "Riba", "type": "local"})

    def long(_progress):
        with window.store.work("Long") as work:
            work.add(Organisation, {"name": "Vila"})
            began.set()
            waited.append(go.wait(5))

    window.jobs.run("Long", long, lambda _answer: None, waited.append)
    assert began.wait(5)
    window.taking_back.undo()
    window.taking_back.redo()
    assert "wait for its end" in " ".join(each.text() for each in window.toast.findChildren(QLabel))
    window.taking_back.show()
    go.set()
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert waited == [True]
    assert there(window) == before + 2

    window.taking_back.undo()
    assert there(window) == before + 1
