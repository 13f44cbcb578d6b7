"""The options that several commands have for which relations they take."""

from __future__ import annotations

from typing import Annotated

import typer

Source = Annotated[str | None, typer.Option("--source", "-s", help="Who acts: any name.", metavar="ACTOR")]
Types = Annotated[list[str] | None, typer.Option("--type", "-t", help="Family or type (repeatable).", metavar="TYPE")]
Target = Annotated[str | None, typer.Option(help="Who is acted on.", metavar="ACTOR")]
Either = Annotated[str | None, typer.Option(help="Who stands on either side.", metavar="ACTOR")]
Since = Annotated[str | None, typer.Option(help="Year, month or day: 2021-03-15.", metavar="DATE")]
Until = Annotated[str | None, typer.Option(help="The same, included.", metavar="DATE")]
