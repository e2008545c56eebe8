"""How much text, and how much of it in links, each element of a tree holds."""

import re
from dataclasses import dataclass, field

from bs4.element import Tag

from checker.html.tree import DEEPEST, Step, attribute, walk

_PICTURES = {"svg", "math", "iframe", "object", "embed", "canvas", "video", "audio", "picture", "map"}
SILENT = frozenset(_PICTURES | {"script", "style", "head", "title", "select", "datalist"})
_CHOICE = re.compile(
    r"(?:(?:i|yes,? i|ok,? i) )?(?:accept|agree|allow|reject|deny|decline|refuse|got it|okay|ok)\b"
    r"(?: all| (?:all )?cookies| & close| necessary)*[.!]?$"
    r"|(?:j.)?(?:tout |tous )?(?:accepte[rz]?|refuser|d.accord)(?: tout| tous)?(?: les cookies)?$"
    r"|(?:alle )?(?:cookies )?(?:akzeptieren|ablehnen|annehmen|zulassen)$|(?:alles )?(?:accepteren|weigeren)$"
    r"|(?:aceptar|aceitar|rechazar|recusar|accetta|rifiuta)(?: tod[oa]s| tutto)?$"
    r"|(?:akceptuj[eę]?|odrzu[cć])(?: wszystkie)?$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Weight:
    """Characters of text, characters of it inside links, and links; `outward` are links that leave the page.

    `cookies` are texts that speak of cookies, `choices` texts that only accept or refuse (as on a button).
    """

    chars: int = 0
    link_chars: int = 0
    links: int = 0
    outward: int = 0
    cookies: int = 0
    choices: int = 0

    def add(self, other: "Weight") -> None:
        """Take in what a child holds."""
        self.chars += other.chars
        self.link_chars += other.link_chars
        self.links += other.links
        self.outward += other.outward
        self.cookies += other.cookies
        self.choices += other.choices


@dataclass(slots=True)
class Scale:
    """The weights of one tree: `total` for all, `of(tag)` for one element, `share(tag)` from 0.0 to 1.0."""

    weights: dict[int, Weight] = field(default_factory=dict)
    total: Weight = field(default_factory=Weight)
    too_deep: bool = False
    tags: int = 0

    def of(self, tag: Tag) -> Weight:
        """Give the weight of an element of the tree that was weighed."""
        return self.weights.get(id(tag), _NOTHING)

    def share(self, tag: Tag) -> float:
        """Give which part of all text stands in this element."""
        return self.of(tag).chars / self.total.chars if self.total.chars else 0.0


_NOTHING = Weight()


def weigh(root: Tag) -> Scale:
    """Give the weights of all elements; text of scripts, styles, choices and the like weighs nothing."""
    scale = Scale()
    open_weights: list[Weight] = []
    links = silent = 0
    for step, node in walk(root):
        if step is Step.TEXT and not silent:
            _weigh_text(open_weights[-1], str(node), in_link=links > 0)
        if not isinstance(node, Tag):
            continue
        turn = 1 if step is Step.OPEN else -1
        links += turn * (node.name == "a")
        silent += turn * (node.name in SILENT)
        if step is Step.OPEN:
            open_weights.append(Weight())
            scale.tags += 1
            scale.too_deep |= len(open_weights) >= DEEPEST
        else:
            _close(scale, open_weights, node)
    scale.total = scale.of(root)
    return scale


def _weigh_text(weight: Weight, node: str, *, in_link: bool) -> None:
    text = node.strip()
    weight.chars += len(text)
    weight.link_chars += len(text) if in_link else 0
    weight.cookies += "cookie" in text.lower()
    weight.choices += len(text) < 40 and bool(_CHOICE.match(text))


def _close(scale: Scale, open_weights: list[Weight], tag: Tag) -> None:
    weight = open_weights.pop()
    if tag.name == "a":
        weight.links += 1
        weight.outward += not attribute(tag, "href").startswith("#")
    scale.weights[id(tag)] = weight
    if open_weights:
        open_weights[-1].add(weight)
