"""Pages → files: Jinja, Markdown, sanitising, feeds."""

from generator.render.renderer import Renderer
from generator.render.theme import BUNDLED, Theme

__all__ = ["BUNDLED", "Renderer", "Theme"]
