"""Front matter: YAML between two lines of ``---``, read as plain strings so that ``no`` stays "no"."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import yaml

from generator.errors import ContentError, Problem, Severity, Where, did_you_mean
from generator.model.dating import UNDATED, Dating, parse_dating

_FENCE = re.compile(r"\A(?:\ufeff)?---[ \t]*\n(.*?)(?<=\n)---[ \t]*(?:\n|\Z)", re.DOTALL)

_DEEPEST = 50
_TOO_DEEP = "lists stand in lists too deep"


class _Loader(yaml.CBaseLoader):
    """YAML as it is written. Which type a scalar would be is not asked: it stays a string."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:  # noqa: ARG002  # as the composer calls it
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Nothing to keep."""

    def ascend_resolver(self) -> None:
        """As above."""


def compose(text: str) -> yaml.Node | None:
    """YAML as nodes, each with its place in the text, in characters; None for nothing. Raises YAMLError."""
    loader = _Loader(text)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _load(text: str) -> Any:
    """Strings, lists and dicts; None for nothing. Raises YAMLError, also for a key that stands twice."""
    node = compose(text)
    return None if node is None else _construct(node)


def _construct(node: yaml.Node) -> Any:
    """The value of a node; several times as quick as the library's own, which asks for a constructor for each."""
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [_construct(item) for item in node.value]
    mapping: dict[Any, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            raise yaml.MarkedYAMLError(problem="a key is not a word", problem_mark=key.start_mark)
        if key.value in mapping:
            raise yaml.MarkedYAMLError(problem=f'the key "{key.value}" stands twice', problem_mark=key.start_mark)
        mapping[key.value] = _construct(value)
    return mapping


class _Dumper(yaml.CSafeDumper):
    """YAML that quotes what other readers would not take for a string, except dates."""


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.CSafeDumper.yaml_implicit_resolvers.items()
}


def format_front_matter(values: Mapping[str, Any], body: str) -> str:
    """A file's text: front matter in the order given, then the body."""
    # A field a line; the library would put fields that are all plain texts into one line, in braces.
    style = None if any(isinstance(value, list | dict) for value in values.values()) else False
    head = yaml.dump(
        dict(values), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=2**30, default_flow_style=style
    )
    return f"---\n{head}---\n{body.rstrip()}\n" if body.strip() else f"---\n{head}---\n"


def _refuse_depths(text: str) -> None:
    """Refuse lists in lists so deep that YAML's composer, which calls itself for each, would bring the process down."""
    if len(text) < 5000:  # so many do no such harm: Python's own limit is met before
        return
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise yaml.MarkedYAMLError(problem=_TOO_DEEP, problem_mark=event.start_mark)  # type: ignore[arg-type]  # either kind of mark


class FrontMatter:
    """The fields of one file. Each reading method types a field; what is wrong is gathered in ``problems``."""

    def __init__(self, text: str, path: str) -> None:
        """Split and parse ``text``. Raises ContentError when there is no front matter or it is not YAML."""
        self.path = path
        self.problems: list[Problem] = []
        text = text.replace("\r\n", "\n") if "\r" in text else text
        match = _FENCE.match(text)
        if match is None:
            raise ContentError(
                Problem(
                    where=Where(path=path, line=1),
                    what="It does not start with front matter.",
                    remedy="Begin the file with a line ---, the fields, and another line ---.",
                )
            )
        self.yaml = match[1]
        """The lines between the fences."""
        self.body = text[match.end() :].strip("\n")
        try:
            _refuse_depths(self.yaml)
            values = _load(self.yaml)
        except (yaml.YAMLError, RecursionError) as error:
            raise ContentError(self._explain(error)) from error
        if values in (None, ""):
            values = {}
        if not isinstance(values, dict) or not all(isinstance(key, str) for key in values):
            raise ContentError(
                Problem(
                    where=Where(path=path, line=2),
                    what="The front matter is not a list of fields.",
                    remedy="Write one field a line, like: title: Port workers reach a deal",
                )
            )
        self.values: dict[str, Any] = values
        """What the fields hold, untyped: texts, lists and dicts."""

    def _explain(self, error: yaml.YAMLError | RecursionError) -> Problem:
        """What YAML says of a front matter that it cannot read, at its line."""
        line, said = None, str(error)
        remedy = "Put quotes around a value that holds a colon, a bracket or a quote."
        if isinstance(error, yaml.MarkedYAMLError):
            line = error.problem_mark.line + 2 if error.problem_mark else None
            said = error.problem or said
            said = _TOO_DEEP if "nesting depth" in said else said  # newer versions of libyaml have a limit too
        elif isinstance(error, yaml.reader.ReaderError):
            line = self.yaml.encode("utf-8", "replace").count(b"\n", 0, error.position) + 2
            said = f"the character #x{error.character:04x} may not stand in it"
            remedy = "Take it out."
        elif isinstance(error, RecursionError):
            said = _TOO_DEEP
        return Problem(
            where=Where(path=self.path, line=line), what=f"The front matter is not YAML: {said}.", remedy=remedy
        )

    def add_problem(self, key: str, what: str, remedy: str, severity: Severity = Severity.ERROR) -> None:
        """Gather a problem with one field."""
        where = Where(path=self.path, line=self.line_of(key), key=key)
        self.problems.append(Problem(where=where, what=what, remedy=remedy, severity=severity))

    def line_of(self, key: str) -> int | None:
        """The line of the file on which a field starts; None when it is missing."""
        for number, line in enumerate(self.yaml.split("\n"), 2):
            if re.match(rf"[\"']?{re.escape(key)}[\"']?\s*:", line):
                return number
        return None

    def expect_only(self, known: Iterable[str]) -> None:
        """Gather a problem for every field that is not ``known``."""
        known = tuple(known)
        for key in self.values:
            if key not in known:
                hint = did_you_mean(key, known).strip() or "Fields here: " + ", ".join(known) + "."
                self.add_problem(key, "There is no such field.", hint)

    def text(self, key: str) -> str | None:
        """A field of text; None when it is missing or empty."""
        value = self.values.get(key)
        if value is None or value == "":
            return None
        if not isinstance(value, str):
            self.add_problem(key, "This is not text.", "Put quotes around the value.")
            return None
        return value.strip() or None

    def required_text(self, key: str) -> str:
        """A field of text that the file cannot do without. Raises ContentError."""
        value = self.text(key)
        if value is None:
            if not any(p.where.key == key for p in self.problems):
                self.add_problem(key, "It is missing.", f"Add a line: {key}: …")
            raise ContentError(self.problems)
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        """A field that lists texts, without repetitions; a single text counts as a list of one."""
        value = self.values.get(key, ())
        if isinstance(value, str):
            value = [value] if value.strip() else []
        if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
            self.add_problem(
                key, "This is not a list of texts.", f"Write {key}: [one, two], or one a line after a dash."
            )
            return ()
        return tuple(dict.fromkeys(item.strip() for item in value if item.strip()))

    def optional_texts(self, key: str) -> tuple[str, ...] | None:
        """As :meth:`texts`, but None when the field is missing: nobody has decided."""
        return self.texts(key) if key in self.values else None

    def dating(self, key: str) -> Dating:
        """A field that holds an EDTF date; undated when it is missing or cannot be read."""
        value = self.values.get(key, "")
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            value = f"[{','.join(value)}]"  # YAML reads an unquoted EDTF set as a list
        elif isinstance(value, dict):
            value = "{" + ",".join(map(str, value)) + "}"
        return self._parse_dating(key, value) or UNDATED

    def mapping(self, key: str, known: Iterable[str] = ()) -> dict[str, str]:
        """A field that maps names to texts; ``known`` are the names it may hold, if limited."""
        value = self.values.get(key)
        if value is None or value == "":
            return {}
        if not self._is_mapping(value):
            example = next(iter(known), "name")
            self.add_problem(key, "This is not a list of names and values.", f"Write {key}: {{{example}: …}}")
            return {}
        return self._checked_mapping(key, value, tuple(known))

    def mappings(self, key: str, known: Iterable[str]) -> list[dict[str, str]]:
        """A field that lists mappings of the ``known`` names to texts."""
        known = tuple(known)
        value = self.values.get(key) or []
        if not isinstance(value, list) or not all(self._is_mapping(item) for item in value):
            self.add_problem(key, "This is not a list.", f"Write one a line, like: - {{{known[0]}: …, {known[1]}: …}}")
            return []
        return [self._checked_mapping(key, item, known) for item in value]

    def flag(self, key: str, default: bool) -> bool:
        """A field that says yes or no."""
        value = self.values.get(key)
        if value is None:
            return default
        if value in ("true", "yes", "false", "no"):
            return value in ("true", "yes")
        self.add_problem(key, f'"{value}" is neither true nor false.', "Write true or false.")
        return default

    def parse_part(self, key: str, text: str | None) -> Dating | None:
        """A date that stands inside another field, such as an office's first day."""
        return self._parse_dating(key, text) if text else None

    def _parse_dating(self, key: str, value: object) -> Dating | None:
        if not isinstance(value, str):
            self.add_problem(key, "This is not a date.", "Write it like 2015-05-19, 2015-05 or 2015.")
            return None
        try:
            return parse_dating(value)
        except ValueError as error:
            self.add_problem(key, f"{error}.", "Write it like 2015-05-19, 2015-05 or 2015, or leave it out if unknown.")
            return None

    def _checked_mapping(self, key: str, value: dict[str, str], known: tuple[str, ...]) -> dict[str, str]:
        for name in value:
            if known and name not in known:
                hint = did_you_mean(name, known).strip() or "It may hold: " + ", ".join(known) + "."
                self.add_problem(key, f'"{name}" is not known here.', hint)
        return {name: text.strip() for name, text in value.items() if text.strip() and (not known or name in known)}

    @staticmethod
    def _is_mapping(value: object) -> bool:
        return isinstance(value, dict) and all(isinstance(n, str) and isinstance(t, str) for n, t in value.items())
