"""The theme: templates and static files, the site's own before the bundled ones."""

import hashlib
import re
import traceback
from collections.abc import Callable, MutableMapping
from functools import partial
from pathlib import Path
from types import MethodType
from typing import Any

import jinja2
import jinja2.compiler
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from generator.errors import Problem, TemplateError, Where
from generator.model.address import Addresses
from generator.model.artifact import Artifact
from generator.model.words import ENGLISH, Words
from generator.render.linked_data import describe_page
from generator.render.markup import link_paragraphs, render_markdown
from generator.render.names import link_names
from generator.render.original import NAMES, name_verdicts, render_original
from generator.render.wording import Wording
from generator.site import BUNDLED

_REFERENCE = re.compile(
    r"\{%[-+]?\s*(?:extends|include|import|from)\b\s*"
    r"(?:[\"']([^\"']+)[\"']\s*(?:[-+]?%\}|import\b|as\b|with\b|without\b|ignore\b)|(.))",
    re.DOTALL,
)

KEPT = 4096
"""How many shared pieces are kept in memory: enough for the lists of a month and of its days, which follow it."""

_SPECIAL = re.compile("[&<>'\"]")


def as_html(value: object) -> str:
    """A value as it may stand in HTML, escaped unless it is HTML already.

    >>> as_html("Marks & Spencer")
    Markup('Marks &amp; Spencer')
    """
    if value.__class__ is Markup or (value.__class__ is str and not _SPECIAL.search(value)):
        return value
    return escape(value)


class _Pieces:
    """What stands for a buffer in compiled code: its pieces are given on at once, as one text."""

    extend = staticmethod("".join)
    append = staticmethod(str)


class _CodeGenerator(jinja2.compiler.CodeGenerator):
    """Compiles ``{{ value }}`` to a call of :func:`as_html`, half as dear as MarkupSafe's own escape.

    What stands in a row is given on as one piece, because each passes through the generators of all base templates.
    """

    def visit_Output(self, node: jinja2.nodes.Output, frame: Any) -> None:  # noqa: N802  # as Jinja
        is_generator = frame.buffer is None
        if is_generator:
            frame.buffer = "yield environment.pieces"
        super().visit_Output(node, frame)
        if is_generator:
            frame.buffer = None

    def _output_child_pre(self, node: jinja2.nodes.Expr, frame: Any, finalize: Any) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.as_html(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Context(jinja2.runtime.Context):
    """Calls macros and plain methods directly, without the questions that Jinja first asks of anything it calls."""

    def call(__self, __callable: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:  # noqa: N805  # as Jinja
        kind = __callable.__class__
        if kind is Macro or kind is _Once or (kind is MethodType and not hasattr(__callable, "jinja_pass_arg")):
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            if isinstance(__callable, Macro) and not kwargs:
                return _run(__callable, args)
            return __callable(*args, **kwargs)
        return super().call(__callable, *args, **kwargs)


def _run(macro: Macro, args: tuple[Any, ...]) -> str:
    """What a macro shows for arguments by position, without the questions that Jinja asks of those by name."""
    if macro.caller or macro.catch_kwargs or macro.catch_varargs or len(args) != macro._argument_count:
        return macro(*args)
    return str.__new__(Markup, macro._func(*args))  # as Markup(…) does, having asked what it is given


class _Once:
    """What a macro shows for values, made once: for what many pages share, such as the menu and list items."""

    def __init__(self) -> None:
        self._made: dict[tuple[int, ...], tuple[str, object]] = {}

    def __call__(self, macro: Macro, *values: object) -> str:
        key = (id(macro), *map(id, values))
        made = self._made.get(key)
        if made is None:
            if len(self._made) >= KEPT:
                self._made.clear()
            # The values are kept too, so that their ids stay their own.
            made = self._made[key] = (_run(macro, values), values)
        return made[0]


class _Environment(jinja2.Environment):
    """Jinja for a theme that is read once, where every page of a large site counts."""

    code_generator_class = _CodeGenerator
    context_class = _Context
    as_html = staticmethod(as_html)
    pieces = _Pieces

    def __init__(self, words: Words, **options: Any) -> None:
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
        """The template, without asking whether its source has changed meanwhile: :class:`_ReadOnce` sees to that."""
        if not isinstance(name, str):
            return super().get_template(name, parent, globals)
        if name not in self._loaded:
            self._loaded[name] = super().get_template(name, parent, globals)
        return self._loaded[name]

    def _generate(self, source: jinja2.nodes.Template, *args: Any, **options: Any) -> str:
        """Python for a template, with its texts in the site's language. Jinja has this hook to be overridden."""
        return super()._generate(self._wording.visit(source), *args, **options)

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """The same dictionary for all templates, not a chain for each: all templates have the same globals."""
        return super().make_globals(d) if d else self.globals


class _Compiled(jinja2.FileSystemBytecodeCache):
    """Compiled templates in a folder, those of each language apart."""

    def __init__(self, folder: Path, words: Words) -> None:
        super().__init__(str(folder))
        self._words = words.digest

    def get_source_checksum(self, source: str) -> str:
        """What a template was compiled from."""
        return super().get_source_checksum(self._words + source)


class _ReadOnce(jinja2.BaseLoader):
    """Reads each template once, so that what is compiled and what is digested are the same, whoever edits meanwhile."""

    def __init__(self, loader: jinja2.BaseLoader) -> None:
        self._loader = loader
        self._sources: dict[str, tuple[str, str | None, Callable[[], bool] | None]] = {}

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        if template not in self._sources:
            self._sources[template] = self._loader.get_source(environment, template)
        return self._sources[template]

    def list_templates(self) -> list[str]:
        return self._loader.list_templates()


class Theme:
    """Finds and runs templates. ``bundled/x.html`` names the bundled template even where the site has its own."""

    def __init__(
        self, own: Path, here: Addresses, site_url: str, cache: Path | None = None, words: Words = ENGLISH
    ) -> None:
        """Open the theme of a site whose own templates, if any, are in ``own``, and which speaks ``words``.

        ``cache``: a folder for compiled templates; None to compile them each time.
        """
        if cache:
            cache.mkdir(parents=True, exist_ok=True)
        self._folders = [folder for folder in (own, BUNDLED) if folder.is_dir()]
        self._digests: dict[str, str] = {}
        self._assets: dict[str, str] = {}
        self._static: dict[str, Path] | None = None
        host = site_url.rstrip("/").removesuffix(here.base.rstrip("/"))
        self._here = here
        self._words = words.digest
        self._environment = _Environment(
            words,
            loader=_ReadOnce(
                jinja2.ChoiceLoader(
                    [
                        *(jinja2.FileSystemLoader(folder) for folder in self._folders),
                        jinja2.PrefixLoader({"bundled": jinja2.FileSystemLoader(BUNDLED)}),
                    ]
                )
            ),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=_Compiled(cache, words) if cache else None,
        )
        self._environment.globals["once"] = _Once()
        # Jinja would run filters of constants once and for all, and keep what they gave with the compiled template;
        # those that depend on the site are told to need a context, so that it does not.
        self._environment.filters.update(
            markdown=render_markdown,
            linked=link_names,
            permalinked=link_paragraphs,
            described=describe_page,
            original=partial(render_original, names=NAMES if words is ENGLISH else name_verdicts(words)),
            asset=jinja2.pass_context(lambda _, name: self._asset(name)),
            absolute=jinja2.pass_context(lambda _, url: f"{host}{url}"),
        )

    def render(self, template: str, **context: Any) -> str:
        """Run a template. Raises TemplateError that names the template's file and line."""
        try:
            return self._environment.get_template(template).render(**context)
        except jinja2.TemplateError as error:
            raise TemplateError(self._explain(error, template)) from error
        except TemplateError:
            raise
        except Exception as error:  # whatever a template's own expressions may raise
            raise TemplateError(self._explain(error, template)) from error

    def check(self) -> None:
        """Compile every template, and look at the static files. Raises TemplateError with all that are broken."""
        self.static_files()
        problems = []
        for name in self._environment.list_templates(extensions=["html", "xml"]):
            try:
                self._environment.get_template(name)
            except (jinja2.TemplateError, UnicodeDecodeError) as error:
                problems.append(self._explain(error, name))
        if problems:
            raise TemplateError(problems)

    def digest(self, template: str) -> str:
        """What stands for a template and all that it extends, includes and imports."""
        if template not in self._digests:
            names, seen = [template], set()
            while names:
                name = names.pop()
                if name not in seen:
                    seen.add(name)
                    names += self._referenced(self._source(name))
            texts = (f"{name}\0{self._source(name)}" for name in sorted(seen))
            sources = "\0".join([self._words, *texts, *self.static_files()])
            self._digests[template] = hashlib.blake2b(sources.encode(), digest_size=16).hexdigest()
        return self._digests[template]

    def _referenced(self, source: str) -> list[str]:
        """The templates that one names; where only running it would tell which, all."""
        references = _REFERENCE.findall(source)
        names = [literal for literal, _ in references if literal]
        return names if len(names) == len(references) else self._environment.list_templates(extensions=["html", "xml"])

    def _source(self, name: str) -> str:
        assert self._environment.loader is not None
        try:
            return self._environment.loader.get_source(self._environment, name)[0]
        except jinja2.TemplateNotFound:
            return ""  # said when a page is rendered with it

    def static_files(self) -> dict[str, Path]:
        """Every static file by its name below ``static/``; the site's own stand before bundled ones of that name."""
        if self._static is None:
            self._static = self._find_static_files()
        return self._static

    def _find_static_files(self) -> dict[str, Path]:
        files: dict[str, Path] = {}
        for folder in reversed(self._folders):
            static = folder / "static"
            for path in sorted(static.rglob("*")):
                name = path.relative_to(static)
                if path.is_file() and not any(part.startswith(".") for part in name.parts):
                    files[name.as_posix()] = path
        return dict(sorted(files.items()))

    def static_artifacts(self) -> list[Artifact]:
        """The static files, to publish."""
        return [Artifact(path=f"static/{name}", data=path.read_bytes()) for name, path in self.static_files().items()]

    def _asset(self, name: str) -> str:
        if name not in self._assets:
            if name not in self.static_files():
                raise jinja2.TemplateRuntimeError(f'there is no static file "{name}"')
            self._assets[name] = self._here.asset(name)
        return self._assets[name]

    def _explain(self, error: Exception, template: str) -> Problem:
        path, line = template, None
        if isinstance(error, jinja2.TemplateSyntaxError):
            path, line = error.filename or error.name or template, error.lineno
        elif isinstance(error, jinja2.TemplateNotFound):
            return Problem(
                where=Where(path=self._shown(template)),
                what=f'There is no template "{error.name}".',
                remedy="Bring it back, or correct the name where it is extended, included or imported.",
            )
        else:
            for frame in traceback.extract_tb(error.__traceback__):
                if frame.filename.endswith((".html", ".xml")):
                    path, line = frame.filename, frame.lineno
        message = str(error).rstrip(".")
        return Problem(
            where=Where(path=self._shown(path), line=line),
            what=f"{message[:1].upper()}{message[1:]}.",
            remedy="Correct the template.",
        )

    def _shown(self, path: str) -> str:
        """How to name a template's file to the person who edits it."""
        full = Path(path)
        if not full.is_absolute():
            full = next((folder / path for folder in self._folders if (folder / path).exists()), full)
        for folder in self._folders:
            if full.is_relative_to(folder):
                return f"templates/{full.relative_to(folder).as_posix()}"
        return str(full)
