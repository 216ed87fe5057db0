"""The window is built anew, in another language or colours, at moments that nobody chose."""

import threading

from PySide6.QtCore import QTimer

from iopd_desktop import words
from iopd_desktop.views.kit.dialogs.asked import shown
from iopd_desktop.views.kit.dialogs.frame import Dialog


def test_work_that_runs_comes_to_its_end_before_the_window_is_built_anew(program, qtbot, sample_path):
    program.open(sample_path, None)
    go, ended = threading.Event(), []
    former = program.window

    def work(progress):
        assert go.wait(10)
        progress.step(1, 2)
        return "done"

    former.jobs.run("Long", work, ended.append, ended.append)
    former.jobs.run("Next", lambda _progress: "too", ended.append, ended.append)
    former.rebuild_wanted.emit("es")
    former.rebuild_wanted.emit("fr")
    qtbot.wait(20)
    assert program.window is former
    go.set()

    qtbot.waitUntil(lambda: program.window not in (None, former))
    assert ended == ["done", "too"]
    assert words.language() == "fr"


def test_a_dialog_is_answered_before_the_window_is_built_anew(program, qtbot, sample_path):
    program.open(sample_path, None)
    former = program.window
    dialog = Dialog(former, "Title", "Words", "Do it")
    QTimer.singleShot(0, lambda: former.rebuild_wanted.emit("es"))
    QTimer.singleShot(300, dialog.try_it)

    assert shown(dialog)
    qtbot.waitUntil(lambda: program.window not in (None, former))
    assert words.language() == "es"
