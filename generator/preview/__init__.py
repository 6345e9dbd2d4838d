"""The preview: shows the built site in a browser while people edit, and builds it again at every save."""

from generator.preview.builder import Rebuilt
from generator.preview.server import serve

__all__ = ["Rebuilt", "serve"]
