# All set-up from a bare Python 3.11+: `make demo` and `make test` make the virtual environment they need.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
READY_TO_TEST := $(VENV)/ready-to-test
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test check lint bench clean

demo: $(READY)  ## play the shipped US-Canada scenario and draw its figures
	$(BIN)/negotiation run

test: $(READY_TO_TEST)  ## every test, on all processors
	$(BIN)/python -m pytest -n auto --dist loadfile

check: lint test  ## style, types, architecture, tests

lint: $(READY_TO_TEST)  ## style, types, architecture
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(READY_TO_TEST)  ## the figures of speed and memory
	$(BIN)/python -m benchmarks

clean:
	rm -rf $(VENV) results

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "negotiation needs Python 3.11 or newer; $(PYTHON) is older: set PYTHON=..."; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(PIP) --editable .
	touch $(READY)

$(READY_TO_TEST): $(READY)
	$(PIP) --editable '.[dev]'
	touch $(READY_TO_TEST)
