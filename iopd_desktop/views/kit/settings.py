"""Places and widths of windows, kept with the person's preferences; they hold no value of any record."""

import json
from typing import Any

from iopd_desktop.store.preferences import Preferences


class Settings:
    """Small plain values by name, kept as texts among the preferences of this person on this machine."""

    def __init__(self, preferences: Preferences | None = None) -> None:
        self.preferences = preferences or Preferences.load()

    def get(self, name: str, default: Any = None) -> Any:
        """What was kept under a name, or the default where nothing was or it cannot be read."""
        try:
            return json.loads(self.preferences.windows[name])
        except (KeyError, ValueError):
            return default

    def set(self, name: str, value: Any) -> None:
        """Keep a plain value under a name; the same value again writes nothing."""
        text = json.dumps(value, ensure_ascii=False)
        if self.preferences.windows.get(name) != text:
            self.preferences.windows[name] = text
            self.preferences.save()
