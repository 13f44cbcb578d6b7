"""Completion in shells: what they are told, asked in the way of each, and bash asked by itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import relgraph as rg

HOME = Path(rg.__file__).parents[1]


@pytest.fixture(scope="module")
def places(extractor, tmp_path_factory):
    folder = tmp_path_factory.mktemp("shell")
    graph = extractor.extract(
        text="The United States and the United Kingdom sanctioned Côte d'Ivoire. Moscow met Oslo."
    )
    graph.write(folder / "g.jsonl")
    with rg.Store(folder / "g.db", write=True) as store:
        store.add(graph.extractions())
    command = folder / "relgraph"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m relgraph "$@"\n', encoding="utf-8")
    command.chmod(0o755)
    return folder


@pytest.fixture
def ask(places):
    """Ask as zsh and fish do: with the line up to the cursor."""

    def asked(line, shell="fish"):
        environment = {**os.environ, "PYTHONPATH": str(HOME), "_RELGRAPH_COMPLETE": f"complete_{shell}"}
        environment |= {"_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}
        for name in ("COMP_WORDS", "COMP_CWORD"):
            environment.pop(name, None)
        command = [sys.executable, "-m", "relgraph"]
        done = subprocess.run(command, capture_output=True, check=True, cwd=places, env=environment)
        assert done.stderr == b""
        return done.stdout.decode("utf-8")

    return lambda line, **options: [each.partition("\t")[0] for each in asked(line, **options).splitlines() if each]


def test_commands_options_types_formats_and_modalities(ask):
    assert ask("relgraph pro") == ["profile"]
    assert set(ask("relgraph query g.jsonl --t")) == {"--type", "--target", "--ties", "--top"}
    assert ask("relgraph query g.jsonl --type re") == ["restrains", "rejects"]
    assert ask("relgraph query g.jsonl --type restrains.s") == ["restrains.sanctions"]
    assert ask("relgraph query g.jsonl --modality p") == ["possible"]
    assert ask("relgraph convert g.jsonl out --to t") == ["trig", "turtle"]


def test_actors_of_a_graph_and_of_a_store(ask):
    for graph in ("g.jsonl", "g.db"):
        assert {"United Kingdom", "United States"} <= set(ask(f"relgraph query {graph} --source Uni"))
        assert "Moscow" in ask(f"relgraph show {graph} --either mos")
    assert ask("relgraph query none.jsonl --source Uni") == []
    assert ask("relgraph query 'g.jsonl --source Uni") == []


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")
def test_bash_completes(places):
    script = """
source <(relgraph --show-completion)
ask() { COMP_WORDS=("$@"); COMP_CWORD=$((${#COMP_WORDS[@]}-1)); _relgraph_completion relgraph; }
ask relgraph sh; echo "${COMPREPLY[*]}"
ask relgraph query g.jsonl --source Uni; printf '%s|' "${COMPREPLY[@]}"; echo
ask relgraph query g.jsonl --source 'United\\ K'; printf '%s|' "${COMPREPLY[@]}"; echo
ask relgraph query g.jsonl --source '"United K'; printf '%s|' "${COMPREPLY[@]}"; echo
ask relgraph query g.jsonl --target C; printf '%s|' "${COMPREPLY[@]}"; echo
COMP_WORDS=(relgraph profile mos g.jsonl); COMP_CWORD=2; _relgraph_completion relgraph; echo "${COMPREPLY[*]}"
"""
    environment = {**os.environ, "PYTHONPATH": str(HOME), "PATH": f"{places}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(
        ["bash", "-c", script], capture_output=True, text=True, check=True, cwd=places, env=environment
    )
    assert done.stderr == ""
    show, united, escaped, quoted, quote, moscow = done.stdout.splitlines()
    assert show == "show"
    assert {r"United\ Kingdom", r"United\ States"} <= set(united.split("|"))
    assert r"United\ Kingdom" in escaped.split("|")
    assert "United Kingdom" in quoted.split("|")
    assert r"Côte\ d\'Ivoire" in quote.split("|")
    assert moscow == "Moscow"


def test_zsh_is_told_no_name_that_it_would_change(places):
    environment = {**os.environ, "PYTHONPATH": str(HOME), "_RELGRAPH_COMPLETE": "complete_zsh"}
    environment["_TYPER_COMPLETE_ARGS"] = "relgraph query g.jsonl --source C"
    command = [sys.executable, "-m", "relgraph"]
    out = subprocess.run(command, capture_output=True, check=True, cwd=places, env=environment).stdout.decode("utf-8")
    assert "Côte d’Ivoire" in out
    assert "d'" not in out
    assert "''" not in out
