"""The store: relations with their documents and evidence in one SQLite file, which can be asked while it grows."""

from relgraph.store.connection import is_store
from relgraph.store.maintenance import StoreInfo
from relgraph.store.records import InputRecord
from relgraph.store.store import Store

__all__ = ["InputRecord", "Store", "StoreInfo", "is_store"]
