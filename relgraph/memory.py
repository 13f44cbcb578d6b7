"""Keeping Python's search for reference cycles out of the way of work that makes many values and no cycles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def cycles_left() -> Iterator[None]:
    """Let nothing be searched for reference cycles inside, unless somebody turned the search off anyway.

    Reading a text makes many objects that all live until it is read, and so do the rows of what a store is given.
    Searched meanwhile, they would be held to be old, and so many old ones make Python search all that is loaded, in
    vain: a fifth of the time. Searched afterwards, they are found to be gone at once.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
