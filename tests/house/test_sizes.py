"""Files, classes and functions stay small enough to be read at once."""

import ast

from tests.house.tree import Function, everything

FILE, CLASS, FUNCTION = 300, 20, 40


def test_no_file_is_longer_than_a_room_with_one_purpose() -> None:
    assert {s.path: n for s in everything() if (n := s.text.count("\n")) > FILE} == {}


def test_no_class_has_more_methods_than_can_be_kept_in_mind() -> None:
    counts = {
        f"{source.path}: {node.name}": sum(isinstance(part, Function) for part in node.body)
        for source in everything()
        for node in source.classes()
    }
    assert {name: count for name, count in counts.items() if count > CLASS} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    counts = {
        f"{source.path}:{node.lineno}: {node.name}": _lines(node)
        for source in everything()
        for node in source.functions()
    }
    assert {name: count for name, count in counts.items() if count > FUNCTION} == {}


def _lines(function: Function) -> int:
    """The lines of a function without those of its docstring, which may be as long as it is useful."""
    first = function.body[0]
    told = first if ast.get_docstring(function) is not None else None
    spared = (told.end_lineno or told.lineno) - told.lineno + 1 if told else 0
    return (function.end_lineno or function.lineno) - function.lineno + 1 - spared
