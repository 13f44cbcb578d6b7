"""README, docs and notebooks do what they show. `make refresh` writes their outputs anew.

In a Markdown page, the Python blocks are run one after the other in a folder that has the seeds. A TOML block is first
saved under the name in its first line. A text block holds what the block before it prints: a Python block, or the
commands of a console block, which may write files (a console block without an output is not run). Comments that begin
with `<!-- python` are run, too: they make files that readers have of their own.
"""

import contextlib
import io
import os
import re
import shlex
import shutil
from base64 import b64decode, b64encode
from importlib import import_module, metadata
from pathlib import Path
from typing import NamedTuple

import nbformat
import pytest
from nbclient import NotebookClient
from PIL import Image

import relgraph

ROOT = Path(__file__).parents[1]
HOME = Path(relgraph.__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
REFRESH = bool(os.environ.get("RELGRAPH_REFRESH"))
STALE = "is not what it prints now; `make refresh` writes the outputs anew, then read the difference"

BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$|^<!-- (python)\n(.*?)^-->$", re.MULTILINE | re.DOTALL)
FENCED = {"python", "toml", "text", "console", "cypher"}
"""Queries in Cypher are for Neo4j, which is not here to run them."""


class Block(NamedTuple):
    language: str
    code: str
    start: int
    end: int


def blocks(page: str):
    return [
        Block(found[at], found[at + 1], found.start(at + 1), found.end(at + 1))
        for found in BLOCK.finditer(page)
        for at in (1 if found[1] else 3,)
    ]


def command_output(code: str, run) -> str:
    shown = ""
    for line in code.splitlines():
        typed, _, file = line.partition(" > ")
        program, *words = shlex.split(typed.removeprefix("$ "))
        assert program == "relgraph", line
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NO_COLOR", "1")
            patch.setenv("COLUMNS", "100")
            left, out, err = run(*words)
        assert left == 0, err
        if file:
            Path(file.strip()).write_text(out, encoding="utf-8")
        else:
            shown += out
    return shown


def executed(page: str, run):
    """Run a page and yield its text blocks with what they ought to be."""
    space: dict[str, object] = {"__name__": "__main__"}
    printed = None
    for block in blocks(page):
        if block.language == "toml":
            Path(block.code.partition("\n")[0].removeprefix("# ")).write_text(block.code, encoding="utf-8")
        elif block.language == "python":
            with contextlib.redirect_stdout(io.StringIO()) as out:
                exec(compile(block.code, "<page>", "exec"), space)
            printed = out.getvalue()
        elif block.language == "console":
            printed = block
        elif block.language == "text":
            expected = command_output(printed.code, run) if isinstance(printed, Block) else printed
            yield block, "\n".join(line.rstrip() for line in expected.splitlines()) + "\n"


@pytest.fixture
def folder(tmp_path, monkeypatch, run):  # which leaves no width of the terminal
    (tmp_path / "seeds").symlink_to(ROOT / "seeds")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "110")
    try:
        metadata.version("relgraph")
    except metadata.PackageNotFoundError:  # not installed: no entry point tells spaCy of the component
        import_module("relgraph.pipeline.component")


@pytest.mark.filterwarnings("ignore:.*W095")  # a page loads the model by hand; relgraph itself checks the pair
@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_pages_show_what_the_code_prints(path, run):
    page = path.read_text(encoding="utf-8")
    assert {block.language for block in blocks(page)} <= FENCED
    assert page.count("```") == 2 * (len(blocks(page)) - page.count("<!-- python"))
    results = list(executed(page, run))
    if REFRESH:
        for block, expected in reversed(results):
            page = page[: block.start] + expected + page[block.end :]
        path.write_text(page, encoding="utf-8")
        return
    for block, expected in results:
        assert block.code == expected, f"{path.name} {STALE}"
        assert expected.strip()


@pytest.mark.usefixtures("folder")
def test_both_engines_answer_the_documented_queries_alike(monkeypatch, run):
    asked = {}
    answer = relgraph.RelationGraph.sparql

    def record(graph, query, **options):
        asked[query] = graph
        return answer(graph, query, **options)

    monkeypatch.setattr(relgraph.RelationGraph, "sparql", record)
    list(executed((ROOT / "docs" / "sparql.md").read_text(encoding="utf-8"), run))
    assert len(asked) >= 12
    for query, graph in asked.items():
        found = answer(graph, query, engine="rdflib")
        assert found == answer(graph, query, engine="oxigraph"), query
        assert len(found), query


def test_the_readme_has_an_output_for_each_example():
    languages = [block.language for block in blocks((ROOT / "README.md").read_text(encoding="utf-8"))]
    assert languages.count("text") >= 7


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_links_lead_to_files(path):
    for target in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert target.startswith("https://") or (path.parent / target).exists(), target


def test_the_api_page_names_everything_public():
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    assert [name for name in relgraph.__all__ if not re.search(rf"`{name}\b", page)] == []
    methods = re.search(r"`RelationGraph` \| (.*) \|", page)[1]
    for name in re.findall(r"`([a-z_]+)`", methods):
        assert hasattr(relgraph.RelationGraph, name), name


def test_the_readme_names_every_relation_type():
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", page, re.MULTILINE))
    ontology = relgraph.Ontology.default()
    told = {f"{family}.{name}" for family, names in rows.items() for name in names.split(", ")}
    assert told == set(ontology.types)
    assert f"with {len(ontology.types)} types" in page


# The notebooks


def shown(notebook):
    """Return what each code cell shows, as plain text without regard to white space."""
    cells = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            parts = [output.get("text") or output.get("data", {}).get("text/plain", "") for output in cell.outputs]
            cells.append(" ".join("".join(parts).split()))
    return cells


def with_small_pictures(notebook):
    """Let the pictures in the outputs have few colours, which makes them a third as large."""
    for cell in notebook.cells:
        for output in cell.get("outputs", ()):
            if picture := output.get("data", {}).get("image/png"):
                image = Image.open(io.BytesIO(b64decode(picture))).convert("RGB")
                image = image.quantize(128, kmeans=2, dither=Image.Dither.NONE)
                small = io.BytesIO()
                image.save(small, "png", optimize=True)
                output["data"]["image/png"] = b64encode(small.getvalue()).decode("ascii")
    return notebook


@pytest.fixture(params=NOTEBOOKS, ids=lambda path: path.stem)
def path(request):
    return request.param


@pytest.fixture
def stored(path):
    return nbformat.read(path, as_version=4)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of the libraries that run notebooks
def test_a_notebook_runs_and_shows_what_it_stores(path, stored, monkeypatch, tmp_path):
    monkeypatch.setenv("PYTHONPATH", str(HOME))
    monkeypatch.setenv("COLUMNS", "110")
    for folder in ("seeds", "docs"):
        (tmp_path / folder).symlink_to(ROOT / folder)
    here = tmp_path / "examples"  # so that files that it writes do not stay
    shutil.copytree(path.parent, here, ignore=shutil.ignore_patterns("*.ipynb"))
    fresh = nbformat.from_dict(stored)
    for cell in fresh.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    before = shown(stored)
    client = NotebookClient(fresh, timeout=120, kernel_name="python3", record_timing=False, coalesce_streams=True)
    client.execute(cwd=str(here))
    assert not [output for cell in fresh.cells for output in cell.get("outputs", ()) if output.get("name") == "stderr"]
    if REFRESH:
        fresh.metadata.pop("language_info", None)
        nbformat.write(with_small_pictures(fresh), path)
        return
    assert before == shown(fresh), f"{path.name} {STALE}"


def test_a_notebook_is_stored_as_it_ran(path, stored):
    nbformat.validate(stored)
    code = [cell for cell in stored.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    assert all(shown(stored))
    assert str(ROOT) not in path.read_text(encoding="utf-8")
    assert path.stat().st_size < 1_000_000


QUESTIONS = {
    "iran_russia": ("cooperate", "restrain", "dispute", "met whom", "only possible", "denied", "where does it say so"),
    "documents_over_time": ("what changed", "contradicts whom"),
    "companies": ("Who supplies whom", "relations of politics out", "sign"),
    "networks": ("central", "groups", "igraph", "networkx"),
}


def test_a_notebook_asks_its_questions(path, stored):
    prose = " ".join(cell.source for cell in stored.cells if cell.cell_type == "markdown")
    for words in QUESTIONS[path.stem]:
        assert words in prose
