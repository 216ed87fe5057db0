"""Every module says in its first sentence what it is for, and every public function and class what it does."""

import ast

from tests.house.tree import Function, everything, program


def test_every_module_begins_with_a_sentence() -> None:
    silent = [source.path for source in everything() if source.text.strip() and not ast.get_docstring(source.tree)]
    assert silent == []


def test_every_public_function_and_class_of_the_program_says_what_it_does() -> None:
    silent = [
        f"{source.path}:{node.lineno}: {node.name}"
        for source in program()
        for node in source.tree.body
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert silent == []
