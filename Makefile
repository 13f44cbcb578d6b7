# make demo    extract the example article, show its strongest ties, write demo/iran_russia.{ttl,graphml,jsonl}
# make test    run all tests against the installed package, and build the documentation site
# make docs    build the documentation site into site/: open site/index.html
# make check   lint, types and tests
# make refresh write the outputs in README.md and the example notebooks anew
# Needs Python 3.11 or newer; name another one with PYTHON=python3.12.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGE := pyproject.toml README.md LICENSE $(shell find relgraph -type f -not -path '*/__pycache__/*')
PIP := $(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check

.DEFAULT_GOAL := help
.PHONY: help demo test docs check refresh clean

help:
	@sed -n 's/^# //p' Makefile

$(VENV)/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo 'relgraph needs Python 3.11 or newer: make PYTHON=python3.11 ...' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

# Each stamp says that the package as it stands is installed with that extra.
$(VENV)/installed: $(VENV)/made $(PACKAGE)
	$(PIP) .
	@touch $@

$(VENV)/installed-test: $(VENV)/made $(PACKAGE)
	$(PIP) '.[test]'
	@touch $(VENV)/installed $@

$(VENV)/installed-docs: $(VENV)/made $(PACKAGE)
	$(PIP) '.[docs]'
	@touch $@

$(VENV)/installed-dev: $(VENV)/made $(PACKAGE)
	$(PIP) '.[dev]'
	@touch $(VENV)/installed $(VENV)/installed-test $@

demo: $(VENV)/installed
	@mkdir -p demo
	$(BIN)/relgraph extract seeds/iran_russia.txt --table \
	  -o demo/iran_russia.ttl -o demo/iran_russia.graphml -o demo/iran_russia.jsonl

test: $(VENV)/installed-test
	$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

docs: $(VENV)/installed-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

check: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal

refresh: $(VENV)/installed-test
	RELGRAPH_REFRESH=1 $(BIN)/pytest tests/test_examples.py

clean:
	rm -rf $(VENV) .node demo build dist site
