"""Jinja for a theme that is read once, where every page of a large site counts.

Templates are compiled in one of two ways. *Hasty* code reads attributes as Python does, and trusts that they are there;
where one is not, it raises AttributeError, and :class:`~generator.render.theme.Theme` turns to *careful* code, which
asks as Jinja does: for the attribute, then for the item of that name, and then what an undefined value allows. Where
hasty code comes to its end, both give the same.
"""

from collections.abc import Callable, Mapping, MutableMapping
from keyword import iskeyword
from pathlib import Path
from types import MethodType
from typing import Any

import jinja2
import jinja2.compiler
from jinja2 import nodes
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from generator.model.words import Words
from generator.render.wording import Wording

KEPT = 1024
"""How many shared pieces are kept in memory: enough for the lists of a month and of its days, which follow it."""


def as_html(value: object) -> str:
    """A value as it may stand in HTML, escaped unless it is HTML already.

    >>> as_html("Marks & Spencer")
    Markup('Marks &amp; Spencer')
    """
    kind = value.__class__
    if kind is Markup:
        return value  # type: ignore[return-value]
    # To look for each mark takes a third of the time of a pattern with all of them, or of escaping what needs none.
    if kind is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):  # type: ignore[operator]
        return value  # type: ignore[return-value]
    return escape(value)


class _Pieces:
    """What stands for a buffer in compiled code: its pieces are given on at once, as one text."""

    extend = staticmethod("".join)
    append = staticmethod(str)


class _Careful(jinja2.compiler.CodeGenerator):
    """Compiles ``{{ value }}`` to a call of :func:`as_html`, a third as dear as MarkupSafe's own escape.

    What stands in a row is given on as one piece, because each passes through the generators of all base templates.
    """

    def visit_Output(self, node: nodes.Output, frame: Any) -> None:  # noqa: N802  # as Jinja
        is_generator = frame.buffer is None
        if is_generator:
            frame.buffer = "yield environment.pieces"
        super().visit_Output(node, frame)
        if is_generator:
            frame.buffer = None

    def visit_Call(self, node: nodes.Call, frame: Any, forward_caller: bool = False) -> None:  # noqa: N802  # as Jinja
        """Arguments by position are given to :meth:`_Context.run`."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write("context.run(")
        self.visit(node.node, frame)
        self.write(", _loop_vars" if frame.loop_frame else ", None")
        self.write(", _block_vars" if frame.block_frame else ", None")
        for argument in node.args:
            self.write(", ")
            self.visit(argument, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.as_html(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Hasty(_Careful):
    """Compiles ``page.title`` to itself. A variable that is missing has no attributes."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Any) -> None:  # noqa: N802  # as Jinja
        if iskeyword(node.attr) or not node.attr.isidentifier():
            super().visit_Getattr(node, frame)
            return
        if isinstance(node.node, nodes.Name):
            self.write(frame.symbols.ref(node.node.name))
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(")")
        self.write(f".{node.attr}")


class _Context(jinja2.runtime.Context):
    """Calls macros and plain methods directly, without the questions that Jinja first asks of anything it calls."""

    def run(
        self,
        called: Callable[..., Any],
        loop_vars: Mapping[str, Any] | None,
        block_vars: Mapping[str, Any] | None,
        *args: Any,
    ) -> Any:
        """What a call with arguments by position gives."""
        kind = called.__class__
        if kind is Macro:
            return run_macro(called, args)  # type: ignore[arg-type]
        if kind is Once or (kind is MethodType and not hasattr(called, "jinja_pass_arg")):
            return called(*args)
        return self.call(called, *args, _loop_vars=loop_vars, _block_vars=block_vars)


def run_macro(macro: Macro, args: tuple[Any, ...]) -> str:
    """What a macro shows for arguments by position, without the questions that Jinja asks of those by name."""
    if len(args) != macro._argument_count or macro.caller or macro.catch_kwargs or macro.catch_varargs:
        return macro(*args)
    return str.__new__(Markup, macro._func(*args))  # as Markup(…) does, having asked what it is given


class Once:
    """What a macro shows for values, made once: for what many pages share, such as the menu and list items."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, ...], tuple[str, object]] = {}

    def __call__(self, macro: Macro, value: object, *more: object) -> str:
        """The piece, from memory if it was made."""
        key = (id(macro), id(value), *map(id, more)) if more else (id(macro), id(value))
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= KEPT:
                self._made.clear()
            # The values are kept too, so that their ids stay their own.
            made = self._made[key] = (run_macro(macro, (value, *more)), (macro, value, more))
        return made[0]


class Environment(jinja2.Environment):
    """Jinja's environment, with templates in the site's language."""

    context_class = _Context
    as_html = staticmethod(as_html)
    pieces = _Pieces

    def __init__(self, words: Words, *, hasty: bool, **options: Any) -> None:
        """``words`` is the site's language; ``hasty``: how templates are compiled; ``options`` are Jinja's own."""
        self.code_generator_class = _Hasty if hasty else _Careful
        super().__init__(**options)
        self._loaded: dict[str, jinja2.Template] = {}
        self._wording = Wording(words, self)
        self.globals["ngettext"] = words.ngettext
        self.filters["number"] = words.number

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  # Jinja's own word
    ) -> jinja2.Template:
        """The template, without asking whether its source has changed meanwhile: :class:`ReadOnce` sees to that."""
        if not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent, globals)
        return self._loaded[name]

    def _generate(self, source: nodes.Template, *args: Any, **options: Any) -> str:
        """Python for a template, with its texts in the site's language. Jinja has this hook to be overridden."""
        return super()._generate(self._wording.visit(source), *args, **options)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The same dictionary for all templates, not a chain for each: all templates have the same globals."""
        return super().make_globals(d) if d else self.globals


class Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates in a folder, those of each program, language and way of compiling apart."""

    def __init__(self, folder: Path, made_with: str, *, hasty: bool) -> None:
        """``made_with`` stands for the program and its words."""
        super().__init__(str(folder), "hasty_%s" if hasty else "careful_%s")
        self._made_with = made_with

    def get_source_checksum(self, source: str) -> str:
        """What a template was compiled from."""
        return super().get_source_checksum(self._made_with + source)


class ReadOnce(jinja2.BaseLoader):
    """Reads each template once, so that what is compiled and what is digested are the same, whoever edits meanwhile."""

    def __init__(self, loader: jinja2.BaseLoader) -> None:
        self._loader = loader
        self._sources: dict[str, tuple[str, str | None, Callable[[], bool] | None]] = {}

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The source as it was read first."""
        if template not in self._sources:
            self._sources[template] = self._loader.get_source(environment, template)
        return self._sources[template]

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._loader.list_templates()
