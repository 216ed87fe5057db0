"""Build the wheel: the shared folders are mapped into the package, and the catalogues compiled on the way."""

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

TREE = Path(__file__).resolve().parent
sys.path.insert(0, str(TREE))

from tools.catalogues import compile_all  # noqa: E402 - the build runs outside the tree's import path


class BuildWithSharedFolders(build_py):
    """Put resources/ and the compiled translations/ inside the package, where `paths.brought` looks for them."""

    def run(self) -> None:
        """Build the modules, then the folders; an editable install reads them where they stand."""
        super().run()
        if self.editable_mode:
            compile_all()
            return
        package = Path(self.build_lib) / "iopd_desktop"
        shutil.copytree(TREE / "resources", package / "resources", dirs_exist_ok=True)
        compile_all(package / "translations")


setup(cmdclass={"build_py": BuildWithSharedFolders})
