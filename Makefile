# Two commands on a fresh machine with Python 3.11+: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SPECIMEN := corpora/bac-giang-412-kh-ubnd-2022/bac-giang-412-kh-ubnd-2022.txt
# The decision and the eleven provinces that carry it out, each in its text form.
SPECIMENS := $(wildcard corpora/*/*-qd-ttg-*.txt corpora/*/*-ubnd-*.txt corpora/*/*-ubnd-*.md)

.PHONY: help demo test check lint accuracy pack schemas system clean

help: ## list the commands
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

$(BIN)/vnplan: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: $(BIN)/vnplan ## set up, parse a bundled specimen plan, and compare eleven provinces with the decision
	@$(BIN)/vnplan parse $(SPECIMEN) --format table
	@$(BIN)/vnplan compare $(SPECIMENS)

test: $(BIN)/vnplan ## set up and pass the tests
	$(BIN)/python -m pytest

check: $(BIN)/vnplan lint ## style, types, ladder and every test, slow ones too
	$(BIN)/python -m pytest -m ''

lint: $(BIN)/vnplan ## style, types and ladder
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

accuracy: $(BIN)/vnplan ## measure vnplan and its peers on the gold pack, write the tables of README and docs/accuracy.md
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[peers,ocr]'
	$(BIN)/python corpora/accuracy.py

pack: $(BIN)/vnplan ## compile, check and publish the gold pack (renditions as PDF need LibreOffice)
	$(BIN)/python corpora/pack.py render
	$(BIN)/python corpora/pack.py build
	$(BIN)/python corpora/publish.py

schemas: $(BIN)/vnplan ## write schemas/ from the models
	$(BIN)/vnplan schema -o schemas

system: ## install what OCR, old office files and witnesses in tests need (Debian, Ubuntu): Tesseract with Vietnamese, LibreOffice Writer, a font with all letters, Poppler
	apt-get update -qq
	apt-get install -y -qq --no-install-recommends tesseract-ocr tesseract-ocr-vie libreoffice-writer fonts-liberation2 poppler-utils

clean: ## remove what the commands made
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
