"""The options of commands that read texts, and what reads them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from relgraph.cli.completion import complete_formats

if TYPE_CHECKING:
    from relgraph.extractor import Extractor

MODEL = "en_core_web_md"
"""The spaCy pipeline that parses texts unless another one is named."""

Model = Annotated[str, typer.Option(help="The spaCy pipeline that parses the text.", metavar="NAME")]
Actors = Annotated[list[Path] | None, typer.Option(help="TOML file of your own actors (repeatable).", metavar="FILE")]
Frames = Annotated[
    list[Path] | None,
    typer.Option(help="TOML file of your own types and frames (repeatable).", metavar="FILE"),
]
OwnOnly = Annotated[bool, typer.Option("--own-only", help="Read for your own types only, not for those of politics.")]
Texts = Annotated[
    list[str],
    typer.Argument(
        help="Texts, pages, tables, archives, folders of them; '-' is standard input.",
        metavar="FILE...",
        show_default=False,
    ),
]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        help="Write the graph here, in the format of its suffix (repeatable); .db is a store that can be added to.",
        metavar="FILE",
    ),
]
OutputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        "-f",
        help="The format; without -o to standard output.",
        metavar="NAME",
        autocompletion=complete_formats,
    ),
]
Keep = Annotated[Literal["article", "all"], typer.Option(help="Keep the article of a page only, or all its text.")]
Encoding = Annotated[str | None, typer.Option(help="Encoding of the texts, if it is not plain.", metavar="NAME")]
Columns = Annotated[
    list[str] | None,
    typer.Option(help="What is where in a table: text=body,title=headline (repeatable).", metavar="NAME=COLUMN"),
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", help="Processes that work at once.", min=1, metavar="N")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first input that cannot be read.")]
Copies = Annotated[
    Literal["near", "same", "keep"],
    typer.Option(help="What counts as a copy of an earlier text: nearly the same, the same, or nothing."),
]
Mixed = Annotated[
    bool, typer.Option("--mixed", help="Add to a store that was filled with another version or other options.")
]
ReportFile = Annotated[Path | None, typer.Option(help="Write what became of the inputs here, as JSON.", metavar="FILE")]
Thorough = Annotated[
    bool, typer.Option("--thorough", help="Parse texts, too, in which no relation can be, for their mentions.")
]
Table = Annotated[bool, typer.Option("--table", help="Print the table although files are written.")]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Nothing on standard error but errors: no progress, no report.")
]


def extractor(
    model: str = MODEL,
    actors: Sequence[Path] | None = None,
    relations: Sequence[Path] | None = None,
    *,
    thorough: bool = False,
    own_only: bool = False,
) -> Extractor:
    """Return what reads texts, with one's own actors, types and frames, or with these types and frames only."""
    from relgraph.extractor import Extractor

    return Extractor(model, actors=actors or (), relations=relations or (), thorough=thorough, defaults=not own_only)
