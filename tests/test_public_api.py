"""What `import relgraph` gives, and what it costs."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import relgraph

HOME = Path(relgraph.__file__).parents[1]
HEAVY = (
    "spacy",
    "rdflib",
    "pyoxigraph",
    "networkx",
    "pandas",
    "pydantic",
    "trafilatura",
    "typer",
    "rich",
    "numpy",
    "dateutil",
)


def in_process(code: str) -> str:
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=True, cwd=HOME).stdout.strip()


def test_all_is_sorted_and_complete():
    assert list(relgraph.__all__) == sorted(set(relgraph.__all__))
    assert dir(relgraph) == relgraph.__all__
    for name in relgraph.__all__:
        assert getattr(relgraph, name) is not None


def test_all_is_what_type_checkers_see():
    tree = ast.parse(Path(relgraph.__file__).read_text(encoding="utf-8"))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module != "__future__"]
    seen = {name.name for node in imports if node.module.startswith("relgraph") for name in node.names}
    assert seen == set(relgraph.__all__)


def test_star_import_gives_exactly_all():
    code = (
        "import relgraph\nbefore = set(dir())\nfrom relgraph import *\nprint(sorted(set(dir()) - before - {'before'}))"
    )
    assert ast.literal_eval(in_process(code)) == sorted(relgraph.__all__)


def test_every_public_thing_says_what_it_is():
    for name in relgraph.__all__:
        if name != "__version__":
            assert getattr(relgraph, name).__doc__, name


def test_unknown_names_are_refused():
    with pytest.raises(AttributeError, match="has no attribute 'extrakt'"):
        _ = relgraph.extrakt


def test_version_is_that_of_the_distribution():
    metadata = pytest.importorskip("importlib.metadata")
    try:
        installed = metadata.version("relgraph")
    except metadata.PackageNotFoundError:
        pytest.skip("relgraph is imported from its folder, not installed")
    assert relgraph.__version__ == installed


def test_import_loads_nothing_heavy():
    loaded = in_process(f"import sys, relgraph; print([m for m in {HEAVY!r} if m in sys.modules])")
    assert loaded == "[]"


def test_import_takes_under_a_tenth_of_spacy():
    def seconds(module: str) -> float:
        code = f"import time; a = time.perf_counter(); import {module}; print(time.perf_counter() - a)"
        return min(float(in_process(code)) for _ in range(4))

    seconds("relgraph"), seconds("spacy")  # the first time, files may come from the disk
    assert seconds("relgraph") < seconds("spacy") / 10
