"""A figure set into a page: no second file, no name that another figure on the page has too."""

import re
from html import escape

_BEFORE_SVG = re.compile(r"\A.*?(?=<svg\b)", re.DOTALL)
_COMMENTS = re.compile(r"<!--.*?-->", re.DOTALL)
_METADATA = re.compile(r"<metadata>.*?</metadata>", re.DOTALL)
_SIZE = re.compile(r' (?:width|height)="[^"]*pt"')
_NAMED = re.compile(r'(\bid="|\bhref="#|url\(#)')


def inline_svg(svg: str, name: str, alternative: str) -> str:
    """The SVG as an element of a page; alternative: what is read out instead of it."""
    body = _METADATA.sub("", _COMMENTS.sub("", _BEFORE_SVG.sub("", svg)))
    body = _NAMED.sub(rf"\g<1>{name}-", body)
    opening, rest = body.split(">", 1)
    opening = _SIZE.sub("", opening) + f' role="img" aria-label="{escape(alternative)}"'
    return f"{opening}>{rest}"
