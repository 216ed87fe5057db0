"""Long work whose window is closed while it runs ends quietly."""

import threading

import pytest
import shiboken6

from iopd_desktop.views.kit.background import Cancelled, Jobs


@pytest.fixture
def heard(monkeypatch):
    """What a thread did not catch."""
    seen = []
    monkeypatch.setattr(threading, "excepthook", lambda told: seen.append(told.exc_value))
    return seen


@pytest.mark.parametrize("counts", [True, False])
def test_a_window_that_closes_during_a_job_ends_it_without_a_word(qapp, heard, counts, capfd):
    begun, closed, ended = threading.Event(), threading.Event(), []
    jobs = Jobs()

    def work(progress):
        begun.set()
        assert closed.wait(10)
        try:
            if counts:
                progress.step(1, 2)
        except Cancelled:
            ended.append("cancelled")
            raise
        ended.append("done")

    jobs.run("Long", work, ended.append, ended.append)
    thread = jobs._thread
    assert begun.wait(10)
    shiboken6.delete(jobs)
    closed.set()
    thread.join(10)
    assert not thread.is_alive()
    assert ended == (["cancelled"] if counts else ["done"])
    assert heard == []
    assert "deleted" not in "".join(capfd.readouterr())


def test_what_waits_behind_work_that_is_stopped_never_begins(qapp, qtbot):
    begun, done = threading.Event(), []
    jobs = Jobs()

    def work(progress):
        begun.set()
        while True:
            progress.step(1, 2)

    jobs.run("Long", work, done.append, done.append)
    jobs.run("Next", lambda _progress: "begun", done.append, done.append)
    assert begun.wait(10)
    jobs.stop()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert done == []
