"""Files and folders that are there whole or not at all."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from iopd_desktop.models.refusal import Refused, barred
from iopd_desktop.words import _


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A partial file to write; it takes its name when the block ends well, and is gone when it does not.

    A folder that was made for it goes with it.
    """
    path = path.absolute()  # a folder may be called "."
    partial, folder_there = path.parent / f".{path.name}.partial", path.parent.exists()
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "", str(path))
        path.parent.mkdir(parents=True, exist_ok=True)
        yield partial
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError as wrong:
        raise Refused(_("{file} cannot be written: {reason}").format(file=path, reason=barred(wrong))) from wrong
    finally:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        if not folder_there:
            with suppress(OSError):  # it stays where something stands in it
                path.parent.rmdir()


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A partial folder to fill; it takes its name when the block ends well. A folder with files in it is refused."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise Refused(_("{folder} exists already and is not empty").format(folder=path))
    path = path.absolute()
    partial = path.with_name(f".{path.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    try:
        partial.mkdir(parents=True)
        yield partial
        if path.exists():
            path.rmdir()
        partial.replace(path)
    except OSError as wrong:
        raise Refused(_("{file} cannot be written: {reason}").format(file=path, reason=barred(wrong))) from wrong
    finally:
        shutil.rmtree(partial, ignore_errors=True)
