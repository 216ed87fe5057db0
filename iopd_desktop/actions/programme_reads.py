"""The programme of an event as its signs need it: sessions by time, and who speaks in them."""

from collections import defaultdict
from dataclasses import dataclass

from iopd_desktop.actions.event_reads import EventTold, SessionTold, sessions_told
from iopd_desktop.models.registrations import Speaking
from iopd_desktop.store.reading import Reader


@dataclass(frozen=True)
class SpeakerOnPaper:
    """Somebody with a part in a session."""

    name: str
    organisation: str
    role: str


@dataclass(frozen=True)
class SessionOnPaper:
    """A session with those who have a part in it, in their order."""

    told: SessionTold
    speakers: tuple[SpeakerOnPaper, ...]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.told.title

    @property
    def room(self) -> str:
        """Where it is."""
        return self.told.room

    @property
    def when(self) -> str:
        """Day and hours."""
        return self.told.when

    @property
    def called(self) -> str:
        """Title and room in one line."""
        return self.told.called


@dataclass(frozen=True)
class Programme:
    """An event with its sessions by time."""

    event: EventTold
    sessions: tuple[SessionOnPaper, ...]

    @property
    def speakers(self) -> list[SpeakerOnPaper]:
        """Everybody with a part, each once."""
        found = {(one.name, one.organisation): one for session in self.sessions for one in session.speakers}
        return list(found.values())


def programme(read: Reader, event: EventTold) -> Programme:
    """The sessions of an event with their speakers."""
    parts: dict[str, list[SpeakerOnPaper]] = defaultdict(list)
    sessions = sessions_told(read, event.id)
    for session in sessions:
        rows = read.all(Speaking, {"session": session.id})
        for row in sorted(rows, key=lambda row: (row["rank"] if row["rank"] is not None else 10_000, row["id"])):
            parts[session.id].append(SpeakerOnPaper(row["name"], row["organisation"] or "", row["role"]))
    return Programme(event, tuple(SessionOnPaper(one, tuple(parts[one.id])) for one in sessions))
