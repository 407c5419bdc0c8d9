# What a developer does every day; `make check` is what has to pass before a commit.
PYTHON ?= python

.PHONY: check format test build exports ontology

check:            ## lint, types, tests
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m ruff check
	$(PYTHON) -m mypy
	$(PYTHON) -m pytest

format:           ## put the code in form
	$(PYTHON) -m ruff format
	$(PYTHON) -m ruff check --fix

test:             ## tests alone
	$(PYTHON) -m pytest

build:            ## wheel and source archive in dist/
	$(PYTHON) -m pip wheel --no-deps --wheel-dir dist .

exports:          ## make exports/ anew from seeds/
	$(PYTHON) -m kg build seeds --out exports

ontology:         ## make the page of the terms and the questions in SHACL anew
	$(PYTHON) -m kg.export.ontology
