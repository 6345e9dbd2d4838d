"""The theme: templates and static files, the site's own before the bundled ones."""

import hashlib
import re
import traceback
from functools import partial
from pathlib import Path
from typing import Any

import jinja2

from generator.errors import Problem, TemplateError, Where
from generator.model.address import Addresses
from generator.model.artifact import Artifact
from generator.model.words import ENGLISH, Words
from generator.render.environment import Compiled, Environment, Once, ReadOnce
from generator.render.linked_data import describe_page
from generator.render.markup import link_paragraphs, render_markdown
from generator.render.names import link_names
from generator.render.original import NAMES, name_verdicts, render_original
from generator.site import BUNDLED

_REFERENCE = re.compile(
    r"\{%[-+]?\s*(?:extends|include|import|from)\b\s*"
    r"(?:[\"']([^\"']+)[\"']\s*(?:[-+]?%\}|import\b|as\b|with\b|without\b|ignore\b)|(.))",
    re.DOTALL,
)


class Theme:
    """Finds and runs templates. ``bundled/x.html`` names the bundled template even where the site has its own."""

    def __init__(
        self,
        own: Path,
        here: Addresses,
        site_url: str,
        cache: Path | None = None,
        words: Words = ENGLISH,
        program: str = "",
    ) -> None:
        """Open the theme of a site whose own templates, if any, are in ``own``, and which speaks ``words``.

        ``cache``: a folder for compiled templates; None to compile them each time. ``program`` stands for what compiles
        them: those of another are not used.
        """
        if cache:
            cache.mkdir(parents=True, exist_ok=True)
        self._folders = [folder for folder in (own, BUNDLED) if folder.is_dir()]
        self._digests: dict[str, str] = {}
        self._assets: dict[str, str] = {}
        self._static: dict[str, Path] | None = None
        self._host = site_url.rstrip("/").removesuffix(here.base.rstrip("/"))
        self._here = here
        self._words = words
        self._cache, self._program = cache, program
        self._loader = ReadOnce(
            jinja2.ChoiceLoader(
                [
                    *(jinja2.FileSystemLoader(folder) for folder in self._folders),
                    jinja2.PrefixLoader({"bundled": jinja2.FileSystemLoader(BUNDLED)}),
                ]
            )
        )
        self._environment = self._open(hasty=True)
        self._careful: Environment | None = None
        self._delicate: set[str] = set()
        """Templates that hasty code does not do for."""

    def _open(self, *, hasty: bool) -> Environment:
        cache = self._cache and Compiled(self._cache, self._program + self._words.digest, hasty=hasty)
        environment = Environment(
            self._words,
            hasty=hasty,
            loader=self._loader,
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=cache,
        )
        environment.globals["once"] = Once()
        # Jinja would run filters of constants once and for all, and keep what they gave with the compiled template;
        # those that depend on the site are told to need a context, so that it does not.
        environment.filters.update(
            markdown=render_markdown,
            linked=link_names,
            permalinked=link_paragraphs,
            described=describe_page,
            original=partial(render_original, names=NAMES if self._words is ENGLISH else name_verdicts(self._words)),
            asset=jinja2.pass_context(lambda _, name: self._asset(name)),
            absolute=jinja2.pass_context(lambda _, url: f"{self._host}{url}"),
        )
        return environment

    def render(self, template: str, **context: Any) -> str:
        """Run a template. Raises TemplateError that names the template's file and line."""
        try:
            return self._run(template, context)
        except jinja2.TemplateError as error:
            raise TemplateError(self._explain(error, template)) from error
        except TemplateError:
            raise
        except Exception as error:  # whatever a template's own expressions may raise
            raise TemplateError(self._explain(error, template)) from error

    def _run(self, template: str, context: dict[str, Any]) -> str:
        if template not in self._delicate:
            try:
                return self._environment.get_template(template).render(context)
            except AttributeError:
                self._delicate.add(template)
        if self._careful is None:
            self._careful = self._open(hasty=False)
        return self._careful.get_template(template).render(context)

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
            sources = "\0".join([self._words.digest, *texts, *self.static_files()])
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
