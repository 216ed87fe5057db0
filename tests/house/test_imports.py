"""The rooms hang together without knots, and what is started first stays light."""

import graphlib
import json
import subprocess
import sys

import grimp

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


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    graph = grimp.build_graph("iopd_desktop", exclude_type_checking_imports=True, cache_dir=None)
    order = graphlib.TopologicalSorter({name: graph.find_modules_directly_imported_by(name) for name in graph.modules})
    assert len(tuple(order.static_order())) == len(graph.modules)


def test_what_is_painted_first_waits_for_no_heavy_library() -> None:
    loaded = _loaded_after("import iopd_desktop.views, iopd_desktop.cli")
    assert loaded.isdisjoint(HEAVY), sorted(loaded.intersection(HEAVY))


def test_the_command_line_loads_no_window() -> None:
    loaded = _loaded_after("import iopd_desktop.cli")
    assert not [name for name in loaded if name.startswith("PySide6")]
