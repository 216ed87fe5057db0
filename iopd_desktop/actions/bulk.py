"""Deeds over very many records at once."""

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

Told = ParamSpec("Told")
Done = TypeVar("Done")


def nothing_to_collect(deed: Callable[Told, Done]) -> Callable[Told, Done]:
    """Let the garbage collector rest for the length of a deed all of whose records are kept.

    It would look through a hundred thousand of them again and again, for a quarter of the time.
    """

    @wraps(deed)
    def undisturbed(*told: Told.args, **more: Told.kwargs) -> Done:
        if not gc.isenabled():
            return deed(*told, **more)
        gc.disable()
        try:
            return deed(*told, **more)
        finally:
            gc.enable()

    return undisturbed
