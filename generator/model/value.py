"""Values: what the model is made of. They cannot change, and are made, compared and encoded by C.

A frozen dataclass would do the same at ten times the cost, and a page is hundreds of values.
"""

from msgspec import Struct as Value
from msgspec import field
from msgspec.structs import asdict, replace

__all__ = ["Value", "asdict", "field", "replace"]
