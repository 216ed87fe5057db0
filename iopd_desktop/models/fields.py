"""A field is told once: its kind of value, and what every room needs to know about it."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Any

from iopd_desktop.models.kinds import Kind, Link


class Sensitivity(Enum):
    """Who may see a value outside the program."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"


@dataclass(frozen=True)
class Field:
    """One field of a record; every room reads it from here.

    `part` marks the link from a part to its whole (a score's nomination): the whole's form shows its parts.
    """

    name: str
    kind: Kind
    section: str
    required: bool
    listed: bool
    searched: bool
    sorted: bool
    sensitivity: Sensitivity
    wide: bool
    default: Any
    part: bool

    @property
    def label(self) -> str:
        """The field's name in the current language."""
        return self.kind.shown_label()


@dataclass
class _Told:
    """A field as the model tells it, before it knows its own name."""

    kind: Kind
    options: dict[str, Any]


def field(
    kind: Kind,
    *,
    section: str = "",
    required: bool = False,
    listed: bool = False,
    searched: bool = False,
    sorted: bool = False,  # noqa: A002 - the word the design gives to it
    personal: bool = False,
    public: bool = False,
    wide: bool = False,
    default: Any = None,
    part: bool = False,
) -> Any:
    """Tell a field of a record class: `city = field(Text(N_("City")), section="place", listed=True)`."""
    sensitivity = Sensitivity.PERSONAL if personal else Sensitivity.PUBLIC if public else Sensitivity.INTERNAL
    if part and not isinstance(kind, Link):
        raise TypeError("only a link can make a record part of another")
    return _Told(
        kind,
        {
            "section": section,
            "required": required,
            "listed": listed,
            "searched": searched,
            "sorted": sorted or listed,
            "sensitivity": sensitivity,
            "wide": wide or kind.wide,
            "default": default,
            "part": part,
        },
    )


def told(owner: type, finish: Callable[[Field], None]) -> None:
    """Replace each told field of a class by a Field that knows its name, in the order they are written."""
    for name, value in list(vars(owner).items()):
        if isinstance(value, _Told):
            made = Field(name=name, kind=value.kind, **value.options)
            setattr(owner, name, made)
            finish(made)
