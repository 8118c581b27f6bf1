"""How an element of HTML looks, by its tag, its attributes and its own CSS."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

_HIDDEN = {
    "script",
    "style",
    "noscript",
    "template",
    "head",
    "title",
    "meta",
    "link",
    "object",
    "iframe",
    "svg",
    "math",
}
FURNITURE = {"nav", "aside", "footer", "form", "button", "select", "textarea"}
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_ALIGN = re.compile(r"text-align\s*:\s*(\w+)", re.IGNORECASE)
_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_RAISED = re.compile(r"vertical-align\s*:\s*super", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration(?:-line)?\s*:[^;]{0,40}line-through", re.IGNORECASE)
_FAMILY = re.compile(r"font-family\s*:\s*[\"']?([^;,\"']+)|\bfont\s*:[^;]*?[\"']?(\.Vn\w+|VNI-\w+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Style:
    """The look of a run of words, and whether it is furniture of the site."""

    bold: bool = False
    italic: bool = False
    centered: bool = False
    heading: int | None = None
    furniture: bool = False
    font: str = ""
    raised: bool = False
    """Printed above the line."""
    struck: bool = False
    """Crossed out: no longer part of the document."""


def is_shown(element: Any) -> bool:
    """Whether a browser shows the element."""
    if element.get("hidden") is not None:
        return False
    if local(element) == "template" and (element.get("shadowrootmode") or element.get("shadowroot")):
        return True  # a declared shadow root is drawn in the place of its host's children
    return local(element) not in _HIDDEN and not _UNSEEN.search(element.get("style") or "")


def local(element: Any) -> str:
    """The tag without prefix, in small letters."""
    # Word writes <o:p>; lxml keeps the prefix in the tag.
    return str(element.tag).rsplit(":", 1)[-1].lower()


def styled(element: Any, style: Style, font: str) -> Style:
    """The look inside ``element``, in surroundings of ``style``; ``font`` is what style sheets say of it."""
    tag = local(element)
    if tag == "#text":
        return style
    css = element.get("style") or ""
    align = _ALIGN.search(css)
    centre = (align[1] if align else element.get("align") or "").lower()
    heading = int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else style.heading
    bold = (
        style.bold or tag in ("b", "strong", "th") or heading is not None or bool(_BOLD.search(css))
    ) and not _LIGHT.search(css)
    return Style(
        bold=bold,
        italic=style.italic or tag in ("i", "em") or bool(_ITALIC.search(css)),
        centered=centre == "center" if centre else style.centered or tag == "center",
        heading=heading,
        furniture=style.furniture or tag in FURNITURE,
        raised=style.raised or tag == "sup" or bool(_RAISED.search(css)),
        struck=style.struck or tag in ("del", "s", "strike") or bool(_STRUCK.search(css)),
        font=family(css) or font or element.get("face") or style.font,
    )


def family(css: str) -> str:
    """The first font that declarations name, ``""`` for none."""
    found = _FAMILY.search(css) if "font" in css else None
    return (found[1] or found[2]).strip() if found else ""
