"""The commands of stores: ``store info``, ``query``, ``merge``, ``export``, ``vacuum`` and ``check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from relgraph.cli import conditions, queries
from relgraph.cli.app import STORE, Sections, app
from relgraph.cli.files import STREAM, check_outputs, must_be_store, tell_omissions
from relgraph.cli.graphs import FormatOfOut
from relgraph.display.terminal.waiting import waiting
from relgraph.errors import FormatError, UsageError

stores = typer.Typer(
    name="store",
    cls=Sections,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look at stores (.db), ask them, merge them, write them in other formats, and keep them in order.",
)
app.add_typer(stores, rich_help_panel=STORE, short_help="Look at stores, merge and export them, keep them in order.")
stores.command("query", short_help="The relations that meet conditions, each with its words.")(queries.query)

StoreFile = Annotated[Path, typer.Argument(help="A store.", metavar="STORE", show_default=False)]


@stores.command(short_help="How much a store holds, since when, and of which inputs.")
def info(
    store_file: StoreFile,
    format: Annotated[Literal["text", "json"], typer.Option("--format", "-f", help="How to print.")] = "text",
) -> None:
    """Say how much a store holds, since when, and what became of the inputs it was filled from.

    \b
    Examples:
      relgraph store info news.db
      relgraph store info news.db --format json
    """  # noqa: D301
    from relgraph.store import Store

    must_be_store(store_file)
    with Store(store_file) as store, waiting("counting"):
        found = store.info()
        types = store.types()
    if format == "json":
        print(found.model_dump_json(indent=2))
        return
    from relgraph.display.html.parts import period

    rows = [
        ("documents", f"{found.documents:,}"),
        ("actors", f"{found.actors:,}"),
        ("relations", f"{found.relations:,}"),
        *(("  " + name, f"{count:,}") for name, count in types.items()),
        ("published", period(found.first, found.last) or "not known"),
        *((f"inputs {outcome}", f"{count:,}") for outcome, count in found.inputs.items()),
        ("size", f"{found.size / 1e6:,.1f} MB"),
        ("version", str(found.version)),
    ]
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name.ljust(width)}  {value}")


@stores.command(short_help="Whether a store is sound.")
def check(store_file: StoreFile) -> None:
    """Look whether a store is sound; the exit code is 1 if it is not.

    \b
    Example:
      relgraph store check news.db
    """  # noqa: D301
    from relgraph.store import Store

    must_be_store(store_file)
    with Store(store_file) as store, waiting(f"checking {store_file}"):
        faults = store.check()
    if faults:
        raise FormatError(f"{store_file} is damaged ({'; '.join(faults)}); restore it from a copy")
    print(f"{store_file} is sound")


@stores.command(short_help="Add all that other stores hold to one.")
def merge(
    files: Annotated[
        list[Path],
        typer.Argument(
            help="The store to add to, then those that are added.", metavar="INTO STORE...", show_default=False
        ),
    ],
) -> None:
    """Add all that other stores hold to one, which is made if it is not there; what it has is not added twice.

    \b
    Example:
      relgraph store merge all.db monday.db tuesday.db
    """  # noqa: D301
    from relgraph.graph.table import counted
    from relgraph.store import Store

    into, *others = files
    if not others:
        raise UsageError(f"merge needs a store to add to and others that are added: relgraph store merge {into} STORE")
    for other in others:
        must_be_store(other)
    with Store(into, write=True) as store:
        with waiting("merging"):
            grown = store.merge(*others)
        print(f"{counted(grown, 'new relation')}; {store!r}")


@stores.command(short_help="Write a store, or a part of it, in any format.")
def export(
    store_file: StoreFile,
    output: Annotated[str, typer.Argument(help="The file to write; '-' is standard output.", metavar="OUT")],
    format: FormatOfOut = None,
    source: conditions.Source = None,
    type: conditions.Types = None,
    target: conditions.Target = None,
    either: conditions.Either = None,
    since: conditions.Since = None,
    until: conditions.Until = None,
) -> None:
    """Write a store, or what of it meets the conditions, in any format; `relgraph formats` lists them.

    \b
    Examples:
      relgraph store export news.db news.ttl
      relgraph store export news.db sanctions.jsonl --type sanctions --since 2021
    """  # noqa: D301
    from relgraph.store import Store

    must_be_store(store_file)
    name = format or ("jsonl" if output == STREAM else None)
    check_outputs([output], name)
    asked = {"source": source, "type": type or None, "target": target, "either": either, "since": since, "until": until}
    with Store(store_file) as store, waiting(f"writing {output}"):
        graph = store.graph(**{key: value for key, value in asked.items() if value is not None})  # type: ignore[arg-type]
        graph.write(output, name)
    tell_omissions([(output, name)])


@stores.command(short_help="Make a store as small and as quick as it can be.")
def vacuum(store_file: StoreFile) -> None:
    """Make the file of a store as small and as quick as it can be; it needs as much room again while it works.

    \b
    Example:
      relgraph store vacuum news.db
    """  # noqa: D301
    from relgraph.store import Store

    must_be_store(store_file)
    before = store_file.stat().st_size
    with Store(store_file, write=True) as store, waiting("making it smaller"):
        store.vacuum()
    print(f"{store_file}: {before / 1e6:,.1f} MB before, {store_file.stat().st_size / 1e6:,.1f} MB now")
