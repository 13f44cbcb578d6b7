"""The page as a value: a notebook shows it in its cell, and it can be saved as a file."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from html import escape

from relgraph.formats.files import atomic_writer
from relgraph.graph.visible import visible


@dataclass(frozen=True)
class ShownPage:
    """A page of relations; a notebook shows it in its cell, `height` pixels high, and `save` writes it as a file.

    `page` is the whole page as HTML. In a notebook it stands in a frame of its own, which the rest cannot reach.
    """

    title: str
    page: str = field(repr=False)
    height: int

    def _repr_html_(self) -> str:
        return (
            f'<iframe title="{escape(visible(self.title))}" srcdoc="{escape(self.page)}" width="100%"'
            f' height="{self.height:d}" style="border: 0" sandbox="allow-scripts allow-downloads"></iframe>'
        )

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page, which anybody can open in a browser, without a network.

        Raises `UsageError` if the folder is missing or `path` is a folder.
        """
        with atomic_writer(path) as stream:
            stream.write(self.page.encode("utf-8"))
