"""The network itself: how it is called on its papers, and where its post goes out from."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from iopd_desktop.actions.presets import bring, brought_rows
from iopd_desktop.models.base import Values, known_id
from iopd_desktop.models.desk import Network
from iopd_desktop.models.kinds import chosen
from iopd_desktop.store.reading import Reader

if TYPE_CHECKING:
    from iopd_desktop.store.work import Work

OURS = known_id(Network.kind, "ours")


@dataclass(frozen=True)
class Letterhead:
    """What the network's papers say of it; texts are in the language that is spoken when they are asked for."""

    values: Values

    @property
    def name(self) -> str:
        """The whole name."""
        return chosen(self.values.get("name"))[0]

    @property
    def acronym(self) -> str:
        """The short name, the whole one where there is none."""
        return chosen(self.values.get("acronym"))[0] or self.name

    @property
    def country(self) -> str:
        """The code of the country from which letters go out, or an empty text."""
        return self.values.get("country") or ""


def letterhead(read: Reader | None) -> Letterhead:
    """What stands on the network's papers; as it is brought where staff removed it, or where nothing is read."""
    return Letterhead((ours(read) if read else None) or _brought())


def ours(read: Reader) -> dict[str, Any] | None:
    """The values of the network, or None where it was removed."""
    return read.seek(Network, OURS) or next(iter(read.all(Network)), None)


def seed_network(work: "Work") -> None:
    """Bring the network with its names in five languages."""
    bring(work, Network, [(OURS, _brought())])


def _brought() -> dict[str, Any]:
    brought = brought_rows("network.toml")
    return brought | {name: Network.fields[name].kind.clean(brought[name]) for name in ("name", "acronym")}
