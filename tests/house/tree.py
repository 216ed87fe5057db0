"""The project's own source files, read once and parsed, for the tests that hold the house's rules."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A source file: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        return (node for node in ast.walk(self.tree) if isinstance(node, Function))

    def classes(self) -> Iterator[ast.ClassDef]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.ClassDef))

    def calls(self) -> Iterator[ast.Call]:
        return (node for node in ast.walk(self.tree) if isinstance(node, ast.Call))


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """Every Python file below the folders, in the order of their paths."""
    paths = sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    assert paths, folders
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    return tuple(Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text)) for path, text in texts.items())


def program() -> tuple[Source, ...]:
    return sources("iopd_desktop")


def written_tests() -> tuple[Source, ...]:
    return sources("tests")


def everything() -> tuple[Source, ...]:
    return sources("iopd_desktop", "tests", "tools", "benchmarks")


def called(call: ast.Call) -> str:
    """The last name of what is called: `raises` for `pytest.raises(...)`."""
    function = call.func
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
