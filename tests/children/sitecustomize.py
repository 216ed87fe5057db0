"""Read by every Python program that a test starts: it is stopped like the test itself where it tries the network."""

import importlib.util
import os
import sys
from pathlib import Path

if os.environ.get("IOPD_DESKTOP_TESTS_OUTSIDE"):
    _at = Path(__file__).parents[1] / "quiet.py"
    _made = importlib.util.spec_from_file_location("quiet_in_child", _at)
    assert _made is not None
    assert _made.loader is not None
    _quiet = importlib.util.module_from_spec(_made)
    _made.loader.exec_module(_quiet)
    sys.addaudithook(_quiet.stop)
