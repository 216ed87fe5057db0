"""The tests themselves: each asserts something, on real things, without waiting and without being left out."""

import ast

from tests.house.tree import Function, Source, called, written_tests

SAYING = {"raises", "warns", "check", "waitUntil", "waitSignal", "waitSignals", "assertNotEmitted", "fail"}
PRETENDING = {"mock", "unittest.mock", "pytest_mock"}
LEAVING_OUT = {"skip", "xfail", "importorskip"}


def _says(node: ast.AST) -> bool:
    return isinstance(node, ast.Assert) or (isinstance(node, ast.Call) and called(node) in SAYING)


def _asserts(function: Function, beside: dict[str, Function], seen: frozenset[str] = frozenset()) -> bool:
    """Whether a function asserts, itself or through the functions of the tests that it calls."""
    nodes = tuple(ast.walk(function))
    names = {called(node) for node in nodes if isinstance(node, ast.Call)} & beside.keys() - seen
    return any(_says(node) for node in nodes) or any(_asserts(beside[name], beside, seen | names) for name in names)


def _state_machine(source: Source) -> bool:
    return any(called(call) == "run_state_machine_as_test" for call in source.calls())


def test_every_test_asserts_something() -> None:
    shared = {function.name: function for source in written_tests() for function in source.functions()}
    silent = [
        f"{source.path}:{function.lineno}: {function.name}"
        for source in written_tests()
        for own in [{function.name: function for function in source.functions()}]
        for function in own.values()
        if function.name.startswith("test_") and not _asserts(function, shared | own) and not _state_machine(source)
    ]
    assert silent == []


def test_no_test_sleeps_pretends_or_is_left_out() -> None:
    found = []
    for source in written_tests():
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {alias.name for alias in node.names} | {getattr(node, "module", "") or ""}
                if not names.isdisjoint(PRETENDING):
                    found.append(f"{source.path}:{node.lineno}: pretends")
            if isinstance(node, ast.Call) and called(node) == "sleep":
                found.append(f"{source.path}:{node.lineno}: sleeps")
            if isinstance(node, ast.Attribute) and node.attr in LEAVING_OUT:
                found.append(f"{source.path}:{node.lineno}: left out")
            if isinstance(node, ast.Call) and called(node) == "skipif" and not _for_another_system(node):
                found.append(f"{source.path}:{node.lineno}: left out")
    assert found == []


def _for_another_system(call: ast.Call) -> bool:
    """Whether a test is left out only where the system itself cannot do what it tries, with the reason told."""
    reason = any(keyword.arg == "reason" for keyword in call.keywords)
    return reason and bool(call.args) and ast.unparse(call.args[0]).startswith("sys.platform")


def test_a_test_without_an_assertion_is_seen() -> None:
    tree = ast.parse("def test_a():\n    print(1)\ndef test_b():\n    b()\ndef b():\n    assert 1\n")
    beside = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert not _asserts(beside["test_a"], beside)
    assert _asserts(beside["test_b"], beside)
