"""The same text gives the same bytes, whatever the process."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import relgraph

HOME = Path(relgraph.__file__).parents[1]
SEED = Path(__file__).parents[1] / "seeds" / "iran_russia.txt"
SUFFIXES = ("jsonl", "ttl", "graphml", "csv")


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """The graph of the seed in all formats, written by three processes whose sets have different orders."""
    made = []
    for seed in ("0", "1", "4242"):
        folder = tmp_path_factory.mktemp(f"hash-seed-{seed}")
        outputs = [part for suffix in SUFFIXES for part in ("-o", str(folder / f"graph.{suffix}"))]
        command = [sys.executable, "-m", "relgraph", "extract", str(SEED), *outputs]
        subprocess.run(command, check=True, cwd=HOME, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True)
        made.append(folder)
    return made


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_three_processes_write_the_same_bytes(folders, suffix):
    first, second, third = ((folder / f"graph.{suffix}").read_bytes() for folder in folders)
    assert len(first) > 10_000
    assert first == second == third
