"""``dateline serve``."""

from functools import partial
from pathlib import Path

import click

from generator.build import Memory
from generator.cli.speech import speaks
from generator.preview import Rebuilt, serve
from generator.rebuild import rebuild
from generator.site import FILE_NAME, load_site


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes a free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--no-search", is_flag=True, help="Leave the search index out: faster rebuilds.")
@click.pass_obj
@speaks
def serve_command(folder: Path, *, port: int, host: str, no_search: bool) -> None:
    """Build, serve on this machine, rebuild at every change and refresh the open page.

    What is wrong is shown over the last good page. The server answers only to this machine's own names.
    """
    site = load_site(folder)

    memory = Memory()

    def build_again(*, index: bool) -> Rebuilt:
        current = load_site(folder)
        search = current.settings.search.enabled and not no_search
        # One process: a server with threads is no good parent of others.
        report = rebuild(current, search=search, index=index, jobs=1, memory=memory)
        return Rebuilt(problems=report.problems, changed=report.published.shows, complete=index or not search)

    serve(
        root=site.output,
        base=site.base,
        host=host,
        port=port,
        watched=lambda: (site.content, site.templates, site.root / FILE_NAME),
        rebuild=partial(build_again, index=False),
        complete=partial(build_again, index=True),
        announce=click.echo,
    )
