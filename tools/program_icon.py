"""The program's picture as PNG, for the systems that want pixels; drawn from the one SVG when the program is frozen."""

from pathlib import Path

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "desktop" / "net.oidp.IOPDDesktop.svg"


def draw(target: Path, side: int) -> None:
    """Draw it into a square of so many pixels."""
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    drawing = QGuiApplication.instance() or QGuiApplication([])
    picture = QImage(side, side, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not picture.save(str(target)):
        raise OSError(f"{target} could not be written by {drawing}")
