"""SPARQL with Oxigraph, in memory or on disk; its package, pyoxigraph, comes with the extra ``oxigraph``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from relgraph.errors import FormatError, MissingDependencyError, UsageError
from relgraph.formats.notation import ntriples_line
from relgraph.formats.terms import PREFIXES, XSD, Triple
from relgraph.sparql.check import checked, no_query
from relgraph.sparql.result import TRIPLE, Binding, SparqlResult, in_fixed_order, select_result

if TYPE_CHECKING:
    import pyoxigraph

_AT_ONCE = 200_000
"""How many triples are handed over at a time: much quicker than one by one, and no burden on memory."""
_MARK = "CURRENT"
"""A file that every store of Oxigraph has."""


class OxigraphEngine:
    """Triples in a `pyoxigraph.Store`: in memory, or in the folder `path`.

    Raises `MissingDependencyError` without pyoxigraph, `UsageError` if the folder holds something else or is missing
    and to be read only, and `FormatError` if Oxigraph cannot open it.
    """

    def __init__(self, path: Path | None = None, *, read_only: bool = False) -> None:
        try:
            import pyoxigraph  # noqa: PLC0415 -- optional
        except ImportError:
            raise MissingDependencyError.named("pyoxigraph", "oxigraph") from None
        self.path = path
        self._store: pyoxigraph.Store | None
        if path is None:
            self._store = pyoxigraph.Store()
            return
        _check_folder(path, read_only)
        try:
            self._store = pyoxigraph.Store.read_only(str(path)) if read_only else pyoxigraph.Store(str(path))
        except OSError as error:
            reason = "another process has it open; read_only=True lets several read" if _locked(error) else str(error)
            raise FormatError(f"the store {path} cannot be opened: {reason}") from error

    @property
    def store(self) -> pyoxigraph.Store:
        """The store itself; raises `UsageError` if it is closed."""
        if self._store is None:
            raise UsageError("the store is closed")
        return self._store

    def __len__(self) -> int:
        return len(self.store)

    def add(self, statements: Iterable[Triple]) -> None:
        """Add triples; those that are there make no difference."""
        import pyoxigraph  # noqa: PLC0415 -- optional

        load = self.store.load if self.path is None else self.store.bulk_load
        waiting = iter(statements)
        while lines := "".join(map(ntriples_line, islice(waiting, _AT_ONCE))):
            load(lines.encode("utf-8"), pyoxigraph.RdfFormat.N_TRIPLES)
        self.store.flush()

    def answer(self, sparql: str) -> SparqlResult:
        """Answer a query, which may be of SPARQL 1.2; raises `UsageError` if it is none or reaches out."""
        ordered = checked(sparql)
        store = self.store
        try:
            return _result(store, sparql, ordered=ordered)
        except SyntaxError as error:
            raise no_query(error) from None
        except RuntimeError as error:  # a function that does not exist
            raise UsageError(f"Oxigraph cannot answer this query: {error}") from None

    def close(self) -> None:
        """Let go of the store; one on disk can then be opened by others."""
        self._store = None


def _result(store: pyoxigraph.Store, sparql: str, *, ordered: bool) -> SparqlResult:
    import pyoxigraph  # noqa: PLC0415 -- optional

    result = store.query(sparql, prefixes=dict(PREFIXES))
    if isinstance(result, pyoxigraph.QueryBoolean):
        answer = {"type": "literal", "value": str(bool(result)).lower(), "datatype": XSD + "boolean"}
        return SparqlResult("ask", ["ask"], [[answer]])
    if isinstance(result, pyoxigraph.QueryTriples):
        parts = ((triple.subject, triple.predicate, triple.object) for triple in result)
        return SparqlResult("graph", TRIPLE, in_fixed_order([_binding(term) for term in row] for row in parts))
    rows: list[Sequence[Binding | None]] = [[_binding(term) for term in row] for row in result]
    names = [variable.value for variable in result.variables]
    return select_result(sparql, names, rows, ordered=ordered)


def _check_folder(path: Path, read_only: bool) -> None:
    """Refuse a path at which Oxigraph would mix its files among others, or make an empty store to be read."""
    if path.is_file() or (path.is_dir() and any(path.iterdir()) and not (path / _MARK).exists()):
        raise UsageError(f"{path} holds something else than a store; name a new folder")
    if read_only and not (path / _MARK).exists():
        raise UsageError(f"there is no store {path}; SparqlStore({str(path)!r}) makes one")


def _locked(error: OSError) -> bool:
    return "lock" in str(error).lower()


def _binding(term: Any) -> Binding | None:  # noqa: ANN401 - whatever Oxigraph binds
    import pyoxigraph  # noqa: PLC0415 -- optional

    if term is None:
        return None
    if isinstance(term, pyoxigraph.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, pyoxigraph.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, pyoxigraph.Triple):
        return {"type": "triple", "value": dict(zip(TRIPLE, map(_binding, term), strict=True))}
    found: dict[str, str] = {"type": "literal", "value": term.value}
    if term.language is not None:
        found["xml:lang"] = term.language
    elif term.datatype.value != XSD + "string":
        found["datatype"] = term.datatype.value
    return found
