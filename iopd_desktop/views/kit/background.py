"""Long work in a thread of its own: it counts, can be cancelled, and gives its answer to the window's thread."""

import contextvars
import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from iopd_desktop.words import _

MANY = 500
"""Rows that are changed while the person waits; more of them are changed in the background."""
_LOG = logging.getLogger(__name__)


class Cancelled(Exception):
    """The person cancelled the job; whoever catches it leaves nothing half done."""


class Progress:
    """Handed to a job: `step` tells how far it is and stops it where it was cancelled."""

    def __init__(self, tell: Callable[[int, int], object]) -> None:
        self._tell, self._cancelled = tell, threading.Event()

    def step(self, done: int, total: int = 0) -> None:
        """Say that `done` of `total` are done; raises Cancelled when the person asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        self._tell(done, total)

    def __call__(self, done: int, total: int = 0) -> None:
        self.step(done, total)

    def cancel(self) -> None:
        """Ask the job to stop at its next step."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return self._cancelled.is_set()


@dataclass
class Job:
    """One piece of long work: its words, what it does, and who gets its answer or its refusal."""

    title: str
    work: Callable[[Progress], Any]
    done: Callable[[Any], object]
    refused: Callable[[str], object]
    progress: Progress | None = None


class Jobs(QObject):
    """Runs one job after another in a thread. Its signals reach the window's thread, whatever thread emits them."""

    started = Signal(str)
    counted = Signal(int, int)
    ended = Signal()
    _answered = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Job] = []
        self._running: Job | None = None
        self._thread: threading.Thread | None = None
        self._answered.connect(self._hand_over)

    def run(
        self,
        title: str,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        refused: Callable[[str], object],
    ) -> Job:
        """Do `work(progress)` in the background, then call `done(answer)`, or `refused(sentence)`, in the window."""
        job = Job(title, work, done, refused)
        self._waiting.append(job)
        self._next()
        return job

    def do(
        self,
        title: str,
        count: int,
        work: Callable[[Progress | None], Any],
        done: Callable[[Any], object],
        refused: Callable[[str], object],
    ) -> None:
        """Do work on `count` rows: at once where they are few, else in the background."""
        if count > MANY:
            self.run(title, work, done, refused)
            return
        from iopd_desktop.models.refusal import BadValue, Refused

        try:
            answer = work(None)
        except (BadValue, Refused) as wrong:
            refused(str(wrong))
        else:
            done(answer)

    @property
    def busy(self) -> bool:
        """Whether a job runs or waits."""
        return self._running is not None or bool(self._waiting)

    def cancel(self) -> None:
        """Ask the running job to stop."""
        if self._running and self._running.progress:
            self._running.progress.cancel()

    def stop(self) -> None:
        """End all work, as when the window closes: what waits never begins, what runs leaves nothing half done."""
        self._waiting.clear()
        self.cancel()
        self.wait()

    def wait(self, seconds: float = 30) -> None:
        """Wait for the running job's thread to end."""
        if self._thread:
            self._thread.join(seconds)

    def _next(self) -> None:
        if self._running is not None or not self._waiting:
            return
        job = self._running = self._waiting.pop(0)
        job.progress = Progress(self._count)
        self.started.emit(job.title)
        # The thread speaks the language that was spoken when the job was asked for.
        context = contextvars.copy_context()
        self._thread = threading.Thread(target=context.run, args=(self._work, job), name=job.title, daemon=True)
        self._thread.start()

    def _count(self, done: int, total: int) -> None:
        try:
            self.counted.emit(done, total)
        except RuntimeError:  # the window is gone: nobody waits for what the job would give
            raise Cancelled from None

    def _work(self, job: Job) -> None:
        answer, wrong = None, None
        try:
            assert job.progress is not None
            answer = job.work(job.progress)
        except Exception as error:  # noqa: BLE001 - whatever a job meets is told to the person, never lost
            wrong = error
        with suppress(RuntimeError):  # the window is gone
            self._answered.emit(job, answer, wrong)

    def _hand_over(self, job: Job, answer: Any, wrong: Exception | None) -> None:
        self._running = None
        self.ended.emit()
        if wrong is None:
            job.done(answer)
        elif not isinstance(wrong, Cancelled) and type(wrong).__name__ != "Cancelled":
            self._explain(job, wrong)
        self._next()

    def _explain(self, job: Job, wrong: Exception) -> None:
        from iopd_desktop.models.refusal import BadValue, Refused, sentence

        if isinstance(wrong, BadValue | Refused | OSError):
            job.refused(sentence(wrong))
            return
        # A log holds no personal values: the kind of the mistake and where it was, never its text.
        trace, where = wrong.__traceback__, ""
        while trace:
            where, trace = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}", trace.tb_next
        _LOG.error("%s in a job, at %s", type(wrong).__name__, where)
        job.refused(_("{job} stopped: {reason}").format(job=job.title, reason=str(wrong) or type(wrong).__name__))
