"""The commands of stores: ``store info``, ``query``, ``merge``, ``export``, ``vacuum`` and ``check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from relgraph.cli import graphs
from relgraph.cli.app import app
from relgraph.cli.conditions import Either, Since, Source, Target, Types, Until
from relgraph.cli.files import STREAM, check_outputs, tell_omissions
from relgraph.errors import FormatError, ReadError

stores = typer.Typer(
    name="store",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Look at stores (.db), ask them, merge them, write them in other formats, and keep them in order.",
)
app.add_typer(stores)
stores.command("query")(graphs.query)

StoreFile = Annotated[Path, typer.Argument(help="A store.", metavar="STORE", show_default=False)]


@stores.command()
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

    with Store(store_file) as store:
        found = store.info()
        if format == "json":
            print(found.model_dump_json(indent=2))
            return
        ties = store.types()
    rows = [
        ("documents", f"{found.documents:,}"),
        ("actors", f"{found.actors:,}"),
        ("relations", f"{found.relations:,}"),
        *(("  " + name, f"{count:,}") for name, count in ties.items()),
        ("published", f"{found.first} to {found.last}" if found.first else "not known"),
        *((f"inputs {outcome}", f"{count:,}") for outcome, count in found.inputs.items()),
        ("size", f"{found.size / 1e6:,.1f} MB"),
        ("version", str(found.version)),
    ]
    width = max(len(name) for name, _ in rows)
    for name, value in rows:
        print(f"{name.ljust(width)}  {value}")


@stores.command()
def check(store_file: StoreFile) -> None:
    """Look whether a store is sound; the exit code is 1 if it is not.

    \b
    Example:
      relgraph store check news.db
    """  # noqa: D301
    from relgraph.store import Store

    with Store(store_file) as store:
        faults = store.check()
    if faults:
        raise FormatError(f"{store_file} is damaged ({'; '.join(faults)}); restore it from a copy")
    print(f"{store_file} is sound")


@stores.command()
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
    for other in others:
        if not other.exists():
            raise ReadError(f"there is no store {other}")
    with Store(into, write=True) as store:
        print(f"{counted(store.merge(*others), 'new relation')}; {store!r}")


@stores.command()
def export(
    store_file: StoreFile,
    output: Annotated[str, typer.Argument(help="The file to write; '-' is standard output.", metavar="OUT")],
    format: Annotated[
        str | None, typer.Option("--to", help="Format of OUT, if no suffix says it.", metavar="NAME")
    ] = None,
    source: Source = None,
    type: Types = None,
    target: Target = None,
    either: Either = None,
    since: Since = None,
    until: Until = None,
) -> None:
    """Write a store, or what of it meets the conditions, in any format; `relgraph formats` lists them.

    \b
    Examples:
      relgraph store export news.db news.ttl
      relgraph store export news.db sanctions.jsonl --type sanctions --since 2021
    """  # noqa: D301
    from relgraph.store import Store

    name = format or ("jsonl" if output == STREAM else None)
    check_outputs([output], name)
    asked = {"source": source, "type": type or None, "target": target, "either": either, "since": since, "until": until}
    with Store(store_file) as store:
        graph = store.graph(**{key: value for key, value in asked.items() if value is not None})  # type: ignore[arg-type]
    graph.write(output, name)
    tell_omissions([(output, name)])


@stores.command()
def vacuum(store_file: StoreFile) -> None:
    """Make the file of a store as small and as quick as it can be; it needs as much room again while it works.

    \b
    Example:
      relgraph store vacuum news.db
    """  # noqa: D301
    from relgraph.store import Store

    if not store_file.exists():
        raise ReadError(f"there is no store {store_file}")
    before = store_file.stat().st_size
    with Store(store_file, write=True) as store:
        store.vacuum()
    print(f"{store_file}: {before / 1e6:,.1f} MB before, {store_file.stat().st_size / 1e6:,.1f} MB now")
