"""The parts of the window that nobody sees at first: each is made when it is first wanted."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow, QWidget

if TYPE_CHECKING:
    from iopd_desktop.views.kit.command_palette import Palette
    from iopd_desktop.views.kit.taking_back import TakingBack
    from iopd_desktop.views.kit.toast import Toast


class OnDemand(QMainWindow):
    """A window over whose `ground` a message, the palette and a preview may come."""

    ground: QWidget
    taking_back: "TakingBack"

    @cached_property
    def toast(self) -> "Toast":
        """The message over the page."""
        from iopd_desktop.views.kit.toast import Toast

        return Toast(self.ground, self.taking_back.undo)

    @cached_property
    def palette_(self) -> "Palette":
        """The palette of records and commands."""
        from iopd_desktop.views.kit.command_palette import Palette
        from iopd_desktop.views.kit.seeking import Seeking

        return Palette(self.ground, Seeking(self).entries)

    def preview(self, path: Path) -> None:
        """Show a finished document."""
        from iopd_desktop.views.kit.preview import show_preview

        show_preview(path, self)
