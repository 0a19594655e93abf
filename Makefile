# Two commands set everything up by themselves: `make study` and `make test`.
# Needs Python 3.11, make and git. Override the interpreter with `make PYTHON=python3.12 …`.

PYTHON ?= python3.11
VENV   ?= .venv
BIN    := $(VENV)/bin
JOBS   ?= auto
SECONDS ?= 60

.DEFAULT_GOAL := help
.PHONY: help study test check prove catalogue mutation fuzz kills format bench clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST)

# The stamp depends on what decides the environment, so a changed requirement is installed again.
$(VENV)/.ready: pyproject.toml constraints.txt
	@command -v $(PYTHON) >/dev/null || { echo "$(PYTHON) is not on the PATH; try: make PYTHON=python3 $(MAKECMDGOALS)" >&2; exit 5; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (the first time takes a minute or two)…" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.ready
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

study: $(VENV)/.ready ## Set up, then open a study session
	@$(BIN)/quizzer study; status=$$?; \
	command -v quizzer >/dev/null || echo "For the other commands (quizzer grade, stats…): source $(BIN)/activate" >&2; \
	exit $$status

test: $(VENV)/.dev ## Set up, then run the whole suite
	$(BIN)/python -m pytest --numprocesses $(JOBS) --dist worksteal

check: $(VENV)/.dev ## Lint, types, layers, sizes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses $(JOBS) tests/architecture

fuzz: $(VENV)/.dev ## Look for bytes that the judge cannot take (SECONDS=60)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt '.[fuzz]'
	@mkdir -p build/fuzz
	cd build/fuzz && $(abspath $(BIN))/python $(abspath tests/fuzz/wire.py) -max_total_time=$(SECONDS) -max_len=8192

kills: $(VENV)/.dev ## Kill migrations, imports and restores a hundred times; two sessions of 1,000 answers each
	QUIZZER_KILLS=100 $(BIN)/python -m pytest tests/integration/test_kills.py tests/integration/test_storage_processes.py

format: $(VENV)/.dev ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

prove: $(VENV)/.dev ## Prove every built-in exercise on ten draws, and every card
	$(BIN)/quizzer verify

catalogue: $(VENV)/.dev ## Write docs/catalogue.md from the content
	$(BIN)/python tests/support/catalogue.py

mutation: $(VENV)/.dev ## Judge generated mutants of a TOPIC's exercises, or of IDS, into docs/mutation.md (TOPIC=layers)
	$(BIN)/quizzer verify $(or $(IDS),exercises/$(TOPIC)) --mutate --json | $(BIN)/python tests/support/mutation_scores.py

bench: $(VENV)/.dev ## Measure the budgets (ratios within one run)
	$(BIN)/python -m benchmarks

clean: ## Remove the virtual environment and caches
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
