# Everything a newcomer types. Needs Python ≥ 3.11 with venv, make, and the package registries.
PYTHON ?= python3
BIN := .venv/bin
ARGS ?=
# Wheels only: installing them runs none of their code.
LOCKED := --quiet --require-hashes --only-binary :all:
# Another version may write different locks: change this version separately, and review the difference.
UV := 0.13.9
# Tests start many processes, and each would compile everything again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help demo install run test coverage check format bench pictures lock clean
help:  ## what can be typed
	@awk -F':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/.runtime: requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install $(LOCKED) -r requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: .venv/.runtime requirements-dev.txt
	$(BIN)/python -m pip install $(LOCKED) -r requirements-dev.txt
	@touch $@

demo: .venv/.runtime  ## open the sandbox on a prepared day; ARGS="--story --port 8080 --seed 7"
	$(BIN)/alliance-bot demo $(ARGS)

install: .venv/.runtime  ## install the bot, or what a new version of it needs

run: .venv/.runtime  ## run the bot with config.toml
	$(BIN)/alliance-bot run $(ARGS)

# Without xdist one test runs after another, in one process.
PYTEST := -m pytest --durations 10 $(if $(findstring no:xdist,$(ARGS)),,-n auto --dist worksteal) $(ARGS)

test: .venv/.dev  ## all tests; ARGS=--long tries more, ARGS="-p no:xdist" runs them one by one
	$(BIN)/python $(PYTEST)

coverage: .venv/.dev  ## the same, and how much of the code they reach
	$(BIN)/coverage erase
	$(BIN)/coverage run $(PYTEST)
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --fail-under=97 --precision=2

check: .venv/.dev  ## lint, format, types, layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

format: .venv/.dev  ## let ruff put the code in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/.dev  ## the figures, as ratios taken in one run; writes var/bench.json
	$(BIN)/python -m tests.bench $(ARGS)

pictures: .venv/.dev  ## take the pictures of the READMEs again; ARGS=day, story or meeting takes some of them
	$(BIN)/python -m tests.browser.pictures $(ARGS)

lock: .venv/.dev  ## renew the hash-locked requirements from pyproject.toml
	$(BIN)/python -m pip install --quiet --only-binary :all: uv==$(UV)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra build pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --extra dev --constraint requirements.txt pyproject.toml -o requirements-dev.txt

clean:  ## remove what the tools leave behind
	rm -rf .venv .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis
