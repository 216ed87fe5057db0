"""The rooms hang together without knots, and what is started first stays light."""

import graphlib
import json
import os
import subprocess
import sys
from pathlib import Path

import grimp

from iopd_desktop.exchange.formats import FORMATS
from iopd_desktop.models.members import Organisation
from iopd_desktop.reports import REPORTS
from iopd_desktop.store.store import Store
from tests.house.tree import ROOT

HEAVY = (
    "sqlalchemy", "alembic", "reportlab", "babel.dates", "openpyxl", "numpy", "xlsxwriter", "python_calamine",
    "icalendar", "pypdf", "pypdfium2",
)
LOADED = "import json, sys; print(json.dumps(sorted(name for name in sys.modules)))"


def _loaded_after(statements: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after some statements."""
    done = subprocess.run(
        [sys.executable, "-c", f"{statements}\n{LOADED}"], capture_output=True, text=True, check=True, timeout=60
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_every_folder_of_modules_is_a_package_that_the_import_rules_see() -> None:
    folders = {path.parent for path in (ROOT / "iopd_desktop").rglob("*.py")}
    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("iopd_desktop", exclude_type_checking_imports=True, cache_dir=None)
    order = graphlib.TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules})
    assert len(tuple(order.static_order())) == len(graph.modules)


def test_tabs_reports_and_formats_do_not_lean_on_their_likes() -> None:
    graph = grimp.build_graph("iopd_desktop", exclude_type_checking_imports=True, cache_dir=None)
    views = "iopd_desktop.views"
    tabs = {name for name in graph.find_children(views) if graph.find_children(name)} - {f"{views}.kit"}
    reports = {report.story.__module__ for report in REPORTS}
    formats = {one.write.__module__ for one in FORMATS}
    assert min(len(tabs), len(reports), len(formats)) > 1
    leaning = [
        (one, other)
        for likes in (tabs, reports, formats)
        for one in likes
        for other in likes - {one}
        if graph.direct_import_exists(importer=one, imported=other, as_packages=True)
    ]
    assert leaning == []


def test_what_is_painted_first_waits_for_no_heavy_library() -> None:
    loaded = _loaded_after("import iopd_desktop.app, iopd_desktop.views.main_window, iopd_desktop.cli")
    assert loaded.isdisjoint(HEAVY), sorted(loaded.intersection(HEAVY))


def test_the_command_line_lists_without_loading_a_window(tmp_path: Path) -> None:
    database = str(tmp_path / "listed.iopd")
    loaded = _loaded_after(
        "import sys; from iopd_desktop.__main__ import main\n"
        f"sys.argv = ['iopd-desktop', '--database', {database!r}, 'init']; assert main() == 0\n"
        f"sys.argv = ['iopd-desktop', '--database', {database!r}, 'list', 'organisation']; assert main() == 0"
    )
    assert "iopd_desktop.store.store" in loaded
    assert not [name for name in loaded if name.startswith("PySide6")]


PAINTED = """
from pathlib import Path
from PySide6.QtCore import QTimer
from iopd_desktop.app import started
from iopd_desktop.views.kit.painted import after_paint

application, program = started(Path({path!r}))
table = program.window.page.list.table
after_paint(table.viewport(), application.quit)
QTimer.singleShot(50_000, application.quit)
application.exec()
print(table.model().data(table.model().index(0, 0)))
"""
UNSEEN = {
    "command_palette", "preview", "record_form", "fields_form", "editors", "toast", "seeking", "child_table",
    "dialogs.about", "dialogs.asked", "dialogs.database",
}


def test_the_window_is_painted_before_what_nobody_sees_yet_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "few.iopd"
    with Store.create(path) as store, store.work("Riba") as work:
        work.add(Organisation, {"name": "Riba", "membership": "associate"})
    own = {"IOPD_DESKTOP_DATA": str(tmp_path), "IOPD_DESKTOP_CONFIG": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", f"{PAINTED.format(path=str(path))}\n{LOADED}"]
    done = subprocess.run(command, env=os.environ | own, capture_output=True, text=True, check=True, timeout=60)
    first_row, loaded = done.stdout.splitlines()[-2:]
    assert first_row == "Riba"
    unseen = {f"iopd_desktop.views.kit.{name}" for name in UNSEEN} | {"iopd_desktop.views.first_start"}
    assert unseen.union(HEAVY, ("iopd_desktop.store.journal",)).intersection(json.loads(loaded)) == set()
