"""What is in the wheel: all of the package and its data, and nothing else."""

import subprocess
import sys
import tomllib
import zipfile
from configparser import ConfigParser
from email.parser import Parser
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from relgraph import __version__

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "relgraph"

pytestmark = pytest.mark.skipif(
    find_spec("hatchling") is None, reason="building a wheel offline needs hatchling: [test]"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


@pytest.fixture(scope="module")
def names(wheel):
    return set(wheel.namelist())


@pytest.fixture(scope="module")
def metadata(wheel, names):
    (name,) = (name for name in names if name.endswith(".dist-info/METADATA"))
    return Parser().parsestr(wheel.read(name).decode("utf-8"))


def sources():
    return {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_every_file_of_the_package_and_nothing_else(names):
    inside = {name for name in names if ".dist-info/" not in name}
    assert inside == sources()


def test_it_is_typed_and_has_its_data(names):
    assert "relgraph/py.typed" in names
    assert "relgraph/data/ontology.ttl" in names
    assert "relgraph/data/grammar.toml" in names
    for folder in ("actors", "relations"):
        assert sum(name.startswith(f"relgraph/data/{folder}/") for name in names) >= 5


def test_files_have_the_bytes_of_the_source(wheel, names):
    for name in names & sources():
        assert wheel.read(name) == (ROOT / name).read_bytes(), name


def test_metadata(metadata, names):
    assert metadata["Version"] == __version__
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert metadata.get_payload().startswith("# relgraph")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(metadata.get_all("Provides-Extra")) == set(project["optional-dependencies"])
    assert any(name.endswith("/LICENSE") for name in names)


def test_entry_points_exist(wheel, names):
    (name,) = (name for name in names if name.endswith("/entry_points.txt"))
    points = ConfigParser()
    points.read_string(wheel.read(name).decode("utf-8"))
    assert set(points.sections()) == {"console_scripts", "spacy_factories"}
    for section in points.sections():
        for value in points[section].values():
            module, _, attribute = value.partition(":")
            assert callable(getattr(import_module(module), attribute))


def test_licence_and_changelog_are_there():
    assert "MIT License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert f"## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
