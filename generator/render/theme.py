"""The theme: templates and static files, the site's own before the bundled ones."""

import traceback
from pathlib import Path
from typing import Any

import jinja2

from generator.errors import Problem, TemplateError, Where
from generator.model.address import Addresses
from generator.render.markup import render_markdown

_HERE = Path(__file__).parent.parent
# A wheel carries the templates inside the package; a checkout has them beside it.
BUNDLED = _HERE / "bundled" if (_HERE / "bundled").is_dir() else _HERE.parent / "templates"


class Theme:
    """Finds and runs templates. ``bundled/x.html`` names the bundled template even where the site has its own."""

    def __init__(self, own: Path, here: Addresses, site_url: str) -> None:
        """Open the theme of a site whose own templates, if any, are in ``own``."""
        self._folders = [folder for folder in (own, BUNDLED) if folder.is_dir()]
        self._own = own
        host = site_url.rstrip("/").removesuffix(here.base.rstrip("/"))
        self._here = here
        self._environment = jinja2.Environment(
            loader=jinja2.ChoiceLoader(
                [
                    *(jinja2.FileSystemLoader(folder) for folder in self._folders),
                    jinja2.PrefixLoader({"bundled": jinja2.FileSystemLoader(BUNDLED)}),
                ]
            ),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters.update(
            markdown=render_markdown, asset=self._asset, absolute=lambda url: f"{host}{url}"
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
        """Compile every template. Raises TemplateError with all that are broken."""
        problems = []
        for name in self._environment.list_templates(extensions=["html", "xml"]):
            try:
                self._environment.get_template(name)
            except jinja2.TemplateError as error:
                problems.append(self._explain(error, name))
        if problems:
            raise TemplateError(problems)

    def static_files(self) -> dict[str, Path]:
        """Every static file by its name below ``static/``; the site's own stand before bundled ones of that name."""
        files: dict[str, Path] = {}
        for folder in reversed(self._folders):
            static = folder / "static"
            for path in sorted(static.rglob("*")):
                name = path.relative_to(static)
                if path.is_file() and not any(part.startswith(".") for part in name.parts):
                    files[name.as_posix()] = path
        return dict(sorted(files.items()))

    def _asset(self, name: str) -> str:
        if not any((folder / "static" / name).is_file() for folder in self._folders):
            raise jinja2.TemplateRuntimeError(f'there is no static file "{name}"')
        return self._here.asset(name)

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
