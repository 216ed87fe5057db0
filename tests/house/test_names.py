"""Names say what a thing is; words that fit everything say nothing, and unfinished work does not stand in the tree."""

import ast
import re
from pathlib import PurePath

from tests.house.tree import called, everything, program

EMPTY_WORDS = {
    "manager", "helper", "helpers", "util", "utils", "common", "handler", "handlers", "data", "info", "process", "misc",
}
# names that Qt and the standard library give to what our classes override
GIVEN = {
    "data", "setData", "headerData", "itemData", "setItemData", "mimeData", "dropMimeData", "canDropMimeData",
    "setEditorData", "setModelData",
}
WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
BANNER = re.compile(r"^\s*#\s*[-=#*~_]{4,}|^\s*#.*[-=#*~_]{6,}\s*$", re.MULTILINE)


def _empty(name: str) -> bool:
    return name not in GIVEN and not EMPTY_WORDS.isdisjoint(word.lower() for word in WORD.findall(name))


def test_no_module_class_or_function_has_a_name_that_says_nothing() -> None:
    modules = [source.path for source in everything() if any(_empty(part) for part in PurePath(source.path).parts)]
    named = [
        f"{source.path}:{node.lineno}: {node.name}"
        for source in everything()
        for node in (*source.classes(), *source.functions())
        if _empty(node.name)
    ]
    assert modules + named == []


def test_the_words_of_a_name_are_seen() -> None:
    assert _empty("TaskManager")
    assert _empty("read_data")
    assert not _empty("metadata")
    assert not _empty("headerData")


def test_modules_hold_constants_and_no_state() -> None:
    state = [
        f"{source.path}:{node.lineno}: {target.id}"
        for source in program()
        for node in source.tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name) and not _constant(target.id, node.value)
    ]
    rebound = [f"{s.path}:{n.lineno}: global" for s in program() for n in ast.walk(s.tree) if isinstance(n, ast.Global)]
    assert state + rebound == []


def _constant(name: str, value: ast.expr | None) -> bool:
    """Constants are in capitals and types begin with one; tables carry the name that SQL gives them.

    A context variable is the language's own way to say in which language a block speaks.
    """
    bare = name.strip("_")
    described = isinstance(value, ast.Call) and called(value) in {"ContextVar", "Table", "MetaData"}
    return not bare or bare[0].isupper() or described or name.startswith("__")


def test_nothing_unfinished_and_no_banners_stand_in_the_tree() -> None:
    stubs = [
        f"{source.path}:{node.lineno}"
        for source in everything()
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Raise) and node.exc is not None and "NotImplementedError" in ast.dump(node.exc)
    ]
    banners = [f"{source.path}: {line.strip()}" for source in everything() for line in BANNER.findall(source.text)]
    assert stubs + banners == []
