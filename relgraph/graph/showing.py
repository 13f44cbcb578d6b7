"""How notebooks are told what to show."""

from __future__ import annotations


class Shown:
    """Something that a notebook shows as HTML; everything else shows its `repr`."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from relgraph.display.html import html_of  # noqa: PLC0415 -- a layer above

        return html_of(self)
