"""Pages → files: Jinja, Markdown, sanitising, feeds."""

from generator.render.renderer import Renderer
from generator.render.theme import Theme

__all__ = ["Renderer", "Theme"]
