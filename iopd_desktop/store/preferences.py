"""What a person chose on this machine: language, name, recent databases, places of windows. No value of any record."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from iopd_desktop import paths

_MOST_RECENT = 8


@dataclass
class Preferences:
    """The choices; `windows` keeps opaque texts by name (geometry and the like), so that they can be given back."""

    language: str = ""
    name: str = ""
    colours: str = ""
    recent: list[str] = field(default_factory=list)
    windows: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls) -> "Preferences":
        """The choices of this person; a missing or broken file is a first start."""
        try:
            said: dict[str, Any] = json.loads(_file().read_text("utf-8"))
            types = {"language": str, "name": str, "colours": str, "recent": list, "windows": dict}
            return cls(**{f.name: said[f.name] for f in fields(cls) if isinstance(said.get(f.name), types[f.name])})
        except (OSError, ValueError, TypeError, AttributeError):
            return cls()

    def save(self) -> None:
        """Keep the choices, whole or not at all: on a full disk they hold until the window closes."""
        with suppress(OSError):
            target = _file()
            partial = target.with_suffix(".partial")
            try:
                partial.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), "utf-8")
                partial.replace(target)
            finally:
                partial.unlink(missing_ok=True)

    def opened(self, database: Path) -> None:
        """Note a database as the one opened last."""
        path = str(database.resolve())
        self.recent = [path, *(other for other in self.recent if other != path)][:_MOST_RECENT]
        self.save()

    def last(self) -> Path | None:
        """The database opened last that is still there."""
        return next((Path(path) for path in self.recent if Path(path).exists()), None)


def _file() -> Path:
    return paths.configuration() / "preferences.json"
