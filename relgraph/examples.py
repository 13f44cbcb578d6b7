"""The match sentences of frames: "[Norway] twinned with {Chad}." marks who does it and to whom."""

from __future__ import annotations

import re

from relgraph.model import Value


class Example(Value):
    """A match sentence without its marks, and the character offsets of the marked source and target."""

    text: str
    source: tuple[int, int]
    target: tuple[int, int]


def parse_example(text: str) -> Example:
    """Take the marks out of a match sentence; raises `ValueError` unless it has one [source] and one {target}."""
    spans: dict[str, tuple[int, int]] = {}
    plain = ""
    position = 0
    for found in re.finditer(r"\[([^\[\]]+)\]|\{([^{}]+)\}", text):
        plain += text[position : found.start()]
        inner = found[1] or found[2]
        role = "source" if found[1] else "target"
        if role in spans:
            raise ValueError(f"example {text!r} marks its {role} twice")
        spans[role] = (len(plain), len(plain) + len(inner))
        plain += inner
        position = found.end()
    plain += text[position:]
    if set(spans) != {"source", "target"}:
        raise ValueError(f"example {text!r} needs one [source] and one {{target}}")
    return Example(text=plain, **spans)
