"""The wordings that one template can print: each choice made, the blanks still open.

Every condition is decided in every way that values of the parameters can decide it, so what is
left is words and blanks. A blank is a character of the private use area; ``Shape.holes`` says
which one it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import TYPE_CHECKING

import msgspec

from drafter.library import blanks
from drafter.library.clauses import Clause, ClauseItem, Parameter, Type, environment

if TYPE_CHECKING:
    from jinja2 import nodes

MOST = 256
"""More wordings than this are not told apart."""

_FIRST = 0xE000
_LISTS = {Type.LIST, Type.RESOLUTIONS}


class Unreadable(Exception):  # noqa: N818 - it says what the clause is
    """A clause whose wordings cannot be told, and why."""


class State(msgspec.Struct, frozen=True):
    """What an alternative takes for granted of a parameter: one value, none, or any other."""

    given: bool = True
    value: str = ""
    many: bool = True


ANY = State()
NONE = State(given=False)
ONE = State(many=False)


class Hole(msgspec.Struct, frozen=True):
    """A blank that is still open: the parameter, and the filter it goes through.

    ``single`` says that the alternative is for one value of a list.
    """

    name: str
    turn: str
    single: bool = False


class Shape(msgspec.Struct, frozen=True):
    """A text with holes, and those of the sub-paragraphs."""

    text: str
    items: tuple[Shape, ...] = ()


class Alternative(msgspec.Struct, frozen=True):
    """One wording of a clause; ``taken`` holds the values that it takes for granted."""

    shape: Shape
    holes: tuple[Hole, ...]
    taken: tuple[tuple[str, str], ...] = ()


def hole_index(character: str) -> int | None:
    """Return which hole the character stands for; None for a character of the text."""
    index = ord(character) - _FIRST
    return index if 0 <= index < MOST else None


def alternatives(clause: Clause) -> tuple[Alternative, ...]:
    """Return the wordings of ``clause``. Raises Unreadable."""
    parsed = _parsed(clause)
    domains = _domains(clause, list(_all_nodes(parsed)))
    count = 1
    for states in domains.values():
        count *= len(states)
    if count > MOST:
        raise Unreadable(f"{count} wordings are too many to tell apart")
    found = (
        _alternative(clause, parsed, dict(zip(domains, states, strict=True)))
        for states in product(*domains.values())
    )
    return tuple(dict.fromkeys(found))


Parsed = tuple["nodes.Template", tuple["Parsed", ...]]


def _parsed(clause: Clause | ClauseItem) -> Parsed:
    items = tuple(_parsed(item) for item in clause.items)
    return environment().parse(clause.text.text), items


def _all_nodes(parsed: Parsed) -> Iterator[nodes.Node]:
    from jinja2 import nodes

    template, items = parsed
    yield from template.find_all(nodes.Node)
    for item in items:
        yield from _all_nodes(item)


def _domains(clause: Clause, found: list[nodes.Node]) -> dict[str, tuple[State, ...]]:
    """Return for every parameter in use the states that make a difference."""
    from jinja2 import nodes

    named = {node.name for node in found if isinstance(node, nodes.Name)}
    counted = {
        node.node.name
        for node in found
        if isinstance(node, nodes.Filter)
        and node.name == "plural"
        and isinstance(node.node, nodes.Name)
    }
    compared = [node for node in found if isinstance(node, nodes.Compare)]
    return {
        name: _states(parameter, _constants(name, compared), counted=name in counted)
        for name, parameter in clause.parameters.items()
        if name in named
    }


def _constants(name: str, compared: list[nodes.Compare]) -> tuple[str, ...] | None:
    """Return what the parameter is compared with; None where it never is."""
    from jinja2 import nodes

    sides = [
        [node.expr, *(operand.expr for operand in node.ops)]
        for node in compared
        if any(
            isinstance(each, nodes.Name) and each.name == name for each in node.find_all(nodes.Name)
        )
    ]
    constants = [
        str(each.value) for side in sides for each in side if isinstance(each, nodes.Const)
    ]
    return tuple(dict.fromkeys(constants)) if sides else None


def _states(
    parameter: Parameter, constants: tuple[str, ...] | None, *, counted: bool
) -> tuple[State, ...]:
    states = [ANY]
    if counted:
        states = [ONE, ANY]
    elif constants is not None and parameter.type is Type.CHOICE:
        states = [State(value=words.text) for words in parameter.choices]
    elif constants is not None:
        states = [*(State(value=value) for value in constants if value), ANY]
    return tuple(states) if parameter.required or parameter.default else (*states, NONE)


class _Writer:
    """Writes one alternative; the holes of its text and items are counted through."""

    def __init__(self, clause: Clause, states: Mapping[str, State]) -> None:
        self.clause = clause
        self.states = states
        self.holes: list[Hole] = []

    def shape(self, parsed: Parsed) -> Shape:
        template, items = parsed
        text = "".join(map(self.node, template.body))
        return Shape(text, tuple(map(self.shape, items)))

    def node(self, node: nodes.Node) -> str:  # noqa: PLR0911 - a line a kind
        from jinja2 import nodes

        match node:
            case nodes.TemplateData():
                return str(node.data)
            case nodes.Output():
                return "".join(map(self.node, node.nodes))
            case nodes.If():
                return "".join(map(self.node, self.branch(node)))
            case nodes.CondExpr():
                chosen = node.expr1 if self.holds(node.test) else node.expr2
                return self.node(chosen) if chosen else ""
            case nodes.Const():
                return str(node.value)
            case nodes.Name():
                return self.hole(node.name, "")
            case nodes.Filter():
                return self.filtered(node)
        raise Unreadable(f"it prints {type(node).__name__.lower()}")

    def branch(self, node: nodes.If) -> list[nodes.Node]:
        for each in (node, *node.elif_):
            if self.holds(each.test):
                return each.body
        return node.else_

    def filtered(self, node: nodes.Filter) -> str:
        from jinja2 import nodes

        if not isinstance(node.node, nodes.Name):
            raise Unreadable(f"the filter {node.name} turns more than a blank")
        name = node.node.name
        if node.name == "resolutions":
            return self.hole(name, node.name, _prefix(node))
        if node.name != "plural":
            return self.hole(name, node.name)
        one, many = node.args
        return self.node(many if self.states[name].many else one)

    def hole(self, name: str, turn: str, prefix: str = "") -> str:
        state = self.states[name]
        if state.value:
            return blanks.FILTERS[turn](state.value) if turn else state.value
        if not state.given:
            return "[@]" if turn == "resolutions" else ""
        mark = chr(_FIRST + len(self.holes))
        self.holes.append(Hole(name, turn, single=not state.many))
        return f"[@{prefix}{mark}]" if turn == "resolutions" else mark

    def holds(self, test: nodes.Node) -> bool:  # noqa: PLR0911 - a line a kind
        from jinja2 import nodes

        match test:
            case nodes.Name():
                return self.states[test.name].given
            case nodes.Not():
                return not self.holds(test.node)
            case nodes.And():
                return self.holds(test.left) and self.holds(test.right)
            case nodes.Or():
                return self.holds(test.left) or self.holds(test.right)
            case nodes.Test():
                # Every parameter has a value, if only an empty one.
                return test.name == "defined"
            case nodes.Const():
                return bool(test.value)
            case nodes.Compare():
                return self.compares(test)
        raise Unreadable(f"it asks for {type(test).__name__.lower()}")

    def compares(self, test: nodes.Compare) -> bool:
        from jinja2 import nodes

        if len(test.ops) == 1 and test.ops[0].op in {"eq", "ne"}:
            sides = (test.expr, test.ops[0].expr)
            match sides:
                case (nodes.Name(), nodes.Const()) | (nodes.Const(), nodes.Name()):
                    named, constant = sides if isinstance(sides[0], nodes.Name) else sides[::-1]
                    same = self.states[named.name].value == str(constant.value)
                    return same is (test.ops[0].op == "eq")
        raise Unreadable("it compares otherwise than a blank with a value")


def _prefix(node: nodes.Filter) -> str:
    """Return what the filter puts before the numbers: the body whose resolutions they are."""
    from jinja2 import nodes

    return "".join(f"{arg.value} " for arg in node.args if isinstance(arg, nodes.Const))


def _alternative(clause: Clause, parsed: Parsed, states: Mapping[str, State]) -> Alternative:
    writer = _Writer(clause, states)
    shape = writer.shape(parsed)
    open_names = {hole.name for hole in writer.holes}
    taken = (
        (name, state.value or _usual(clause.parameters[name]))
        for name, state in states.items()
        if state.given and name not in open_names
    )
    return Alternative(shape, tuple(writer.holes), tuple(pair for pair in taken if pair[1]))


def _usual(parameter: Parameter) -> str:
    """Return a value for a parameter that only decides, where any value decides the same."""
    if parameter.default:
        return ""
    values = (*parameter.choices, *parameter.sample)
    return values[0].text if values else ""
