"""The command line: the same actions without a window, for scripts and tests."""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from iopd_desktop.cli.arguments import parsed
from iopd_desktop.cli.desk import Desk, visible
from iopd_desktop.models.refusal import BadValue, Refused, sentence
from iopd_desktop.words import _, speak

Demo = Callable[[Path, str], None]
USAGE, REFUSED, DONE = 2, 1, 0


def main(argv: Sequence[str] | None = None, demo: Demo | None = None) -> int:
    """Run one command; 0 done, 1 refused with the reason on stderr, 2 for a usage that is not known.

    `demo(database, language)` makes what needs a window, and is handed in by the program.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        arguments = parsed(list(sys.argv[1:] if argv is None else argv))
        speak(arguments.language)
        with Desk(arguments, demo) as desk:
            return int(arguments.run(desk) or DONE)
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else USAGE
    except (Refused, BadValue, LookupError) as refused:
        return _say_no(sentence(refused))
    except UnicodeEncodeError as wrong:  # bytes on the command line that are no UTF-8
        return _say_no(_("“{text}” is no text: its characters are not UTF-8").format(text=str(wrong.object)[:40]))
    except BrokenPipeError:
        # whoever read the answer has enough; what is left of it has nowhere to go at the end either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as refused:  # a folder that is not there or not ours, a disk that is full
        return _say_no(sentence(refused))
    except KeyboardInterrupt:
        return _say_no(_("Stopped; nothing has changed"))


def _say_no(reason: str) -> int:
    """Say to who typed the command why it was not done, with nothing in it that a terminal would obey."""
    print(visible(reason), file=sys.stderr)  # noqa: T201 - reasons are said here
    return REFUSED
