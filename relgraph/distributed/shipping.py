"""An extractor on its way to workers that may lack the files that it was made of: their content goes with it."""

from __future__ import annotations

import io
import os
import pickle
import zlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from relgraph.extractor import Extractor

_SUFFIX = ".toml"


def packed(extractor: Extractor) -> bytes:
    """Return an extractor as bytes, with the files of actors and relations that it was made of."""
    stream = io.BytesIO()
    _Pickler(stream, pickle.HIGHEST_PROTOCOL).dump(extractor)
    return zlib.compress(stream.getvalue())


def unpacked(content: bytes) -> Extractor:
    """Return the extractor in some bytes, made anew."""
    with TemporaryDirectory(prefix="relgraph-") as folder:
        made: Extractor = _Unpickler(io.BytesIO(zlib.decompress(content)), folder).load()
    return made


class _Pickler(pickle.Pickler):
    def persistent_id(self, value: object) -> Any:  # noqa: ANN401 - as pickle has it
        if isinstance(value, str | Path) and os.fspath(value).endswith(_SUFFIX) and os.path.isfile(value):
            return os.path.basename(value), Path(value).read_bytes()
        return None


class _Unpickler(pickle.Unpickler):
    def __init__(self, stream: io.BytesIO, folder: str) -> None:
        super().__init__(stream)
        self._folder = Path(folder)
        self._number = 0

    def persistent_load(self, told: Any) -> Path:  # noqa: ANN401 - as pickle has it
        name, content = told
        self._number += 1
        folder = self._folder / str(self._number)
        folder.mkdir()
        path = folder / str(name)
        path.write_bytes(content)
        return path
