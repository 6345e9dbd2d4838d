"""Words of the interface in templates: ``_("…")`` is what a text is in the site's language.

The language of a site is settled when its templates are compiled. So texts are put in their place then, and a page
costs no more in one language than in another.
"""

import string

import jinja2
from jinja2 import nodes
from jinja2.visitor import NodeTransformer

from generator.model.words import Words

ASKS = frozenset({"_", "pgettext"})
"""What templates ask for texts with; ``ngettext``, which needs a number, is asked when a page is made."""


class Wording(NodeTransformer):
    """Puts the texts of one language into the syntax trees of templates."""

    def __init__(self, words: Words, environment: jinja2.Environment) -> None:
        self._words = words
        self._environment = environment

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802  # the library's own word
        """What stands in the place of a call."""
        self.generic_visit(node)
        if not isinstance(node.node, nodes.Name) or node.node.name not in ASKS:
            return node
        asked = [argument.value for argument in node.args if isinstance(argument, nodes.Const)]
        if len(asked) != len(node.args) or len(asked) != (1 if node.node.name == "_" else 2):
            raise jinja2.TemplateSyntaxError(f"{node.node.name} takes texts in quotation marks", node.lineno)
        said = self._words.gettext(*asked) if node.node.name == "_" else self._words.pgettext(*asked)
        filled = nodes.Concat(list(self._fill(said, {pair.key: pair.value for pair in node.kwargs}, node)))
        return _placed(filled.nodes[0] if len(filled.nodes) == 1 else filled, node.lineno, self._environment)

    @staticmethod
    def _fill(said: str, values: dict[str, nodes.Expr], node: nodes.Call) -> list[nodes.Expr]:
        """The pieces of a text, and the values between them."""
        pieces: list[nodes.Expr] = []
        for literal, name, _, _ in string.Formatter().parse(said):
            if literal:
                pieces.append(nodes.Const(literal))
            if name is not None and name not in values:
                raise jinja2.TemplateSyntaxError(f'"{said}" needs a value for {name}', node.lineno)
            if name is not None:
                pieces.append(values[name])
        return pieces or [nodes.Const("")]


def _placed(node: nodes.Expr, line: int, environment: jinja2.Environment) -> nodes.Expr:
    """A node that says where it stands."""
    node.set_lineno(line)
    node.set_environment(environment)
    return node
