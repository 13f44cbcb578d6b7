"""What tests of the command `relgraph` share: running it in this process, a text and its graph."""

import io
import sys

import pytest
import said
from hypothesis import settings

import relgraph.cli.reading

settings.register_profile("shared machine", deadline=None)  # an example takes as long as the machine lets it
settings.load_profile("shared machine")

ARTICLE = (
    "Peru imposed sanctions on Chile on Monday. The Peruvian foreign minister accused Chile of attacking Bolivia. "
    "Chile may attack Peru. Brazil did not attack Peru. Brazil and Chile held talks in Lima."
)


@pytest.fixture(scope="session")
def extractor():
    return said.extractor()


@pytest.fixture
def run(extractor, monkeypatch, capsysbinary):
    """Run the command in this process, with one model for all tests; returns exit code, output and errors."""
    made = relgraph.cli.reading.extractor

    def shared(model=extractor.model, actors=None, relations=None, **options):
        if actors or relations or any(options.values()) or model != extractor.model:
            return made(model, actors, relations, **options)
        return extractor

    monkeypatch.setattr(relgraph.cli.reading, "extractor", shared)
    monkeypatch.delenv("COLUMNS", raising=False)  # who runs the tests may have set it

    def call(*arguments, given=None):
        monkeypatch.setattr(sys, "argv", ["relgraph", *map(str, arguments)])
        if given is not None:
            monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
        with pytest.raises(SystemExit) as left:
            relgraph.cli.main()
        out, err = capsysbinary.readouterr()
        return left.value.code, out.decode(), err.decode()

    return call


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


@pytest.fixture
def graph_file(article, tmp_path, extractor):
    path = tmp_path / "graph.jsonl"
    extractor.extract(article).write(path)
    return path
