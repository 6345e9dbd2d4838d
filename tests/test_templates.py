"""Templates ask for nothing that their page does not have.

The test walks Jinja's syntax trees as a type checker would: a template's first line names the type of ``page``, a loop
over ``tuple[Item, ...]`` gives an ``Item``, and a macro is walked with the types that it is called with.
"""

import re
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import jinja2
import msgspec
import pytest
from jinja2 import nodes

from generator.model import page as pages
from generator.model.page import Page, SiteView
from generator.site import BUNDLED

PAGE_TYPES = {name: kind for name, kind in vars(pages).items() if isinstance(kind, type) and issubclass(kind, Page)}
TEMPLATES = sorted(path.relative_to(BUNDLED).as_posix() for path in BUNDLED.rglob("*.html"))
OF_PAGES = [name for name in TEMPLATES if not name.startswith("parts/")]

FILTERS = {
    "markdown": str, "linked": str, "permalinked": str, "described": str, "original": str, "asset": str,
    "absolute": str, "length": int, "number": str, "join": str, "replace": str, "first": str,
}  # fmt: skip
"""What the filters that templates may use give."""

ONCE = object()
GLOBALS: dict[str, Any] = {"once": ONCE, "_": str, "ngettext": str, "pgettext": str}
"""``once(macro, …)`` is a call of the macro; the others give words of the interface."""

_HEADER = re.compile(r"\A\{# page: (\w+) #\}\n")


@dataclass(frozen=True)
class Macro:
    """A macro, and the template that holds it."""

    template: str
    node: nodes.Macro


@dataclass
class Checker:
    """Walks templates and gathers what is wrong with them."""

    sources: Mapping[str, str]
    faults: list[str] = field(default_factory=list)
    walked: set[tuple[Any, ...]] = field(default_factory=set)
    """Macros that were walked, with the types of their arguments."""

    def parse(self, template: str) -> nodes.Template:
        return jinja2.Environment(autoescape=True).parse(self.sources[template], template)

    def page_type(self, template: str) -> type[Page] | None:
        """The type that a template's first line names; None, and a fault, when it names none."""
        header = _HEADER.match(self.sources[template])
        kind = PAGE_TYPES.get(header[1]) if header else None
        if kind is None:
            self.faults.append(f"{template}:1: the first line names no page type, as in {{# page: HomePage #}}")
        return kind

    def check(self, template: str) -> list[str]:
        """What is wrong with the template of a page."""
        kind = self.page_type(template)
        if kind is not None:
            env: dict[str, Any] = GLOBALS | {"site": SiteView, "page": kind}
            self.walk(self.parse(template), env, template)
        return self.faults

    # ---- statements

    def walk(self, node: nodes.Node, env: dict[str, Any], template: str) -> None:  # noqa: C901  # a case for each node
        match node:
            case nodes.Extends(template=nodes.Const(value=parent)):
                self.check_parent(node, parent.removeprefix("bundled/"), env, template)
            case nodes.FromImport(template=nodes.Const(value=part)):
                macros = self.macros_of(part.removeprefix("bundled/"))
                for name in node.names:
                    known, alias = name if isinstance(name, tuple) else (name, name)
                    if known not in macros:
                        self.fault(node, template, f"{part} has no macro {known}")
                    env[alias] = macros.get(known, Any)
            case nodes.Macro():
                env[node.name] = Macro(template, node)
            case nodes.For():
                inner = dict(env, loop=Any)
                self.bind(node.target, self.element(self.type_of(node.iter, env, template), node, template), inner)
                for child in [*node.body, *node.else_]:
                    self.walk(child, inner, template)
            case nodes.Assign():
                self.bind(node.target, self.type_of(node.node, env, template), env)
            case nodes.Block():
                inner = dict(env)
                for child in node.body:
                    self.walk(child, inner, template)
            case nodes.Expr():
                self.type_of(node, env, template)
            case nodes.Template() | nodes.Output() | nodes.If() | nodes.TemplateData():
                for child in node.iter_child_nodes():
                    self.walk(child, env, template)
            case _:
                self.fault(node, template, f"this test does not know {type(node).__name__}; teach it")

    def check_parent(self, node: nodes.Node, parent: str, env: dict[str, Any], template: str) -> None:
        if parent not in self.sources:
            self.fault(node, template, f"there is no template {parent}")
            return
        kind = self.page_type(parent)
        if kind is not None and not issubclass(env["page"], kind):
            self.fault(node, template, f"{parent} is for {kind.__name__}, which {env['page'].__name__} is not")

    def macros_of(self, part: str) -> dict[str, Any]:
        """The macros that a template holds, by name."""
        if part not in self.sources:
            return {}
        found = self.parse(part).find_all(nodes.Macro)
        return {node.name: Macro(part, node) for node in found}

    def bind(self, target: nodes.Node, kind: Any, env: dict[str, Any]) -> None:
        if isinstance(target, nodes.Name):
            env[target.name] = kind
        else:
            for name in target.find_all(nodes.Name):
                env[name.name] = Any

    # ---- expressions

    def type_of(self, node: nodes.Node, env: dict[str, Any], template: str) -> Any:
        match node:
            case nodes.Name():
                if node.name not in env:
                    self.fault(node, template, f"there is no {node.name}")
                return env.get(node.name, Any)
            case nodes.Getattr():
                return self.attribute(node, self.type_of(node.node, env, template), template)
            case nodes.Call():
                return self.call(node, env, template)
            case nodes.Filter():
                if node.name not in FILTERS:
                    self.fault(node, template, f"the filter {node.name} is not one that templates use")
                self.types_of(node, env, template)
                return FILTERS.get(node.name, Any)
            case nodes.Const():
                return type(node.value)
            case nodes.Tuple():
                kinds = set(self.types_of(node, env, template))
                return tuple[kinds.pop() if len(kinds) == 1 else Any, ...]
            case nodes.CondExpr():
                kinds = set(self.types_of(node, env, template)[1:])
                return kinds.pop() if len(kinds) == 1 else Any
            case _:
                self.types_of(node, env, template)
                return Any

    def types_of(self, node: nodes.Node, env: dict[str, Any], template: str) -> list[Any]:
        return [self.type_of(child, env, template) for child in node.iter_child_nodes()]

    def attribute(self, node: nodes.Getattr, kind: Any, template: str) -> Any:
        kind = without_none(kind)
        if kind is Any or kind is type(None):
            return Any
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            shown = attributes_of(kind)
            if node.attr in shown:
                return shown[node.attr]
        elif isinstance(kind, type) and hasattr(kind, node.attr):
            return Any
        name = getattr(kind, "__name__", str(kind))
        self.fault(node, template, f"{name} has no {node.attr}")
        return Any

    def call(self, node: nodes.Call, env: dict[str, Any], template: str) -> Any:
        callee = self.type_of(node.node, env, template)
        given = [self.type_of(argument, env, template) for argument in node.args]
        if callee is ONCE and given and isinstance(given[0], Macro):
            callee, *given = given
        if isinstance(callee, Macro):
            named = {k.key: self.type_of(k.value, env, template) for k in node.kwargs}
            self.call_macro(node, callee, given, named, template)
        return Any

    def call_macro(
        self, node: nodes.Call, macro: Macro, given: list[Any], named: dict[str, Any], template: str
    ) -> None:
        names = [argument.name for argument in macro.node.args]
        required = names[: len(names) - len(macro.node.defaults)]
        bound = dict(zip(names, given, strict=False)) | named
        if len(given) > len(names) or not set(required) <= bound.keys() <= set(names):
            self.fault(node, template, f"{macro.node.name} takes {', '.join(names)}")
            return
        key = (macro.template, macro.node.name, *(str(bound.get(name)) for name in names))
        if key in self.walked:
            return
        self.walked.add(key)
        env: dict[str, Any] = dict(GLOBALS)
        for statement in self.parse(macro.template).body:  # what the macro's file imports and defines
            if isinstance(statement, nodes.FromImport | nodes.Macro):
                self.walk(statement, env, macro.template)
        defaults = dict(zip(names[len(required) :], macro.node.defaults, strict=True))
        env |= {name: bound.get(name, Any) if name in bound else type(defaults[name].value) for name in names}
        for statement in macro.node.body:
            self.walk(statement, env, macro.template)

    def element(self, kind: Any, node: nodes.Node, template: str) -> Any:
        """What a loop over something of this type gives."""
        kind = without_none(kind)
        if typing.get_origin(kind) is tuple:
            return typing.get_args(kind)[0]
        if kind is not Any:
            self.fault(node, template, f"a loop over {getattr(kind, '__name__', kind)}")
        return Any

    def fault(self, node: nodes.Node, template: str, what: str) -> None:
        self.faults.append(f"{template}:{node.lineno}: {what}")


def without_none(kind: Any) -> Any:
    if typing.get_origin(kind) in (types.UnionType, typing.Union):
        kinds = [part for part in typing.get_args(kind) if part is not type(None)]
        return kinds[0] if len(kinds) == 1 else Any
    return kind


def attributes_of(kind: type) -> dict[str, Any]:
    """What a template may ask of a type: its fields, its parents' too, and its properties."""
    hints = typing.get_type_hints(kind)
    shown = {name: hints[name] for name in kind.__struct_fields__}
    return shown | {name: Any for name in dir(kind) if isinstance(getattr(kind, name), property)}


def check(**templates: str) -> list[str]:
    """What is wrong with a template ``page``, among others."""
    sources = {f"{name}.html": text for name, text in templates.items()}
    return Checker(sources).check("page.html")


def bundled() -> Iterator[tuple[str, str]]:
    for name in TEMPLATES:
        yield name, (BUNDLED / name).read_text()


@pytest.mark.parametrize("template", OF_PAGES)
def test_a_template_asks_only_for_what_its_page_has(template):
    assert Checker(dict(bundled())).check(template) == []


def test_every_kind_of_page_has_its_template():
    """The template that a page type names says that it is for that type."""
    for kind in PAGE_TYPES.values():
        if "template" in vars(kind):
            assert Checker(dict(bundled())).page_type(kind.template) is kind


def test_every_macro_is_used():
    """What no template calls can go, and what is called was checked with real types."""
    checker = Checker(dict(bundled()))
    for template in OF_PAGES:
        checker.check(template)
    called = {key[:2] for key in checker.walked}
    assert called == {(part, name) for part in TEMPLATES for name in checker.macros_of(part)}


def test_parts_say_what_they_are_for():
    """The first line of a part describes each of its macros."""
    checker = Checker(dict(bundled()))
    for part in set(TEMPLATES) - set(OF_PAGES):
        first = checker.sources[part].splitlines()[0]
        assert [name for name in checker.macros_of(part) if f"{name}(" not in first] == [], part


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{{ page.titel }}", "page.html:2: HomePage has no titel"),
        ("{{ site.nmae }}", "page.html:2: SiteView has no nmae"),
        ("{{ pgae.title }}", "page.html:2: there is no pgae"),
        ("{% for item in page.latest %}\n{{ item.date.words }}{% endfor %}", "page.html:3: DateView has no words"),
        ("{% for letter in page.article_count %}{% endfor %}", "page.html:2: a loop over int"),
        ("{% if page.people and page.peopel %}{% endif %}", "page.html:2: HomePage has no peopel"),
        ("{{ 'x' if page.gone else 'y' }}", "page.html:2: HomePage has no gone"),
        ("{{ page.title | shout }}", "page.html:2: the filter shout is not one that templates use"),
        ("{% block main %}{{ page.body }}{% endblock %}", "page.html:2: HomePage has no body"),
        ("{% set first = page.latest %}{{ first.x }}", "page.html:2: tuple has no x"),
    ],
)
def test_a_wrong_attribute_is_named_with_its_template_and_line(text, fault):
    assert check(page=f"{{# page: HomePage #}}\n{text}") == [fault]


def test_macros_are_checked_with_what_they_are_given():
    part = "{% macro show(thing) %}{{ thing.summary }}{% endmacro %}"
    call = '{# page: HomePage #}\n{% from "part.html" import show %}{% for x in page.KIND %}{{ show(x) }}{% endfor %}'
    assert check(part=part, page=call.replace("KIND", "latest")) == []
    assert check(part=part, page=call.replace("KIND", "people")) == ["part.html:1: Tally has no summary"]


def test_a_template_extends_only_what_is_for_its_own_page():
    assert check(base="{# page: Page #}\n", page='{# page: HomePage #}\n{% extends "base.html" %}') == []
    wrong = check(base="{# page: ArticlePage #}\n", page='{# page: HomePage #}\n{% extends "base.html" %}')
    assert wrong == ["page.html:2: base.html is for ArticlePage, which HomePage is not"]


def test_a_template_without_a_page_type_is_refused():
    assert check(page="<p>") == ["page.html:1: the first line names no page type, as in {# page: HomePage #}"]
