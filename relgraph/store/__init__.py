"""The store: relations with their documents and evidence in one SQLite file, which can be asked while it grows."""

from relgraph.store.records import InputRecord
from relgraph.store.store import Store

__all__ = ["InputRecord", "Store"]
