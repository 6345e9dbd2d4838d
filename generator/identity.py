"""The identity of the program: what is remembered is believed only by the code that wrote it."""

import hashlib
import sys
from functools import cache
from pathlib import Path

from generator import __version__


@cache
def identify_program() -> str:
    """Names this program, its Python and its libraries; another text in a process begun after any of them changed."""
    # Labels that pages show, words and weights.
    sources = sorted(path for kind in ("*.py", "*.tsv", "*.txt") for path in Path(__file__).parent.rglob(kind))
    # The folder of the libraries changes when one of them is installed again.
    sources += [Path(path) for path in sys.path if path.endswith("-packages") and Path(path).is_dir()]
    stamps = "\n".join(f"{path} {(stat := path.stat()).st_size} {stat.st_mtime_ns}" for path in sources)
    return f"{__version__} {sys.version} {hashlib.blake2b(stamps.encode(), digest_size=16).hexdigest()}"
