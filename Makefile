# Everything a newcomer needs, one command each. They want Python 3.11 or newer and make; the rest they fetch.
# What each one runs is written out as plain commands in README.md and CONTRIBUTING.md.

BIN := .venv/bin
JOBS ?= 2

# pip asks nothing, and says nothing unless it fails. A module is compiled when it is first imported:
# most of what is installed never is.
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input -qq
INSTALL := $(PIP) install --no-compile

# What is compiled is kept. Where Python was told not to, each of the hundreds of programs that the tests start
# would compile itself and every library it uses again.
unexport PYTHONDONTWRITEBYTECODE

# Each is run as `python -m ...` and writes its figures down.
FIGURES := benchmarks

# `make requirements UPGRADE=` keeps the pins that still fit.
UPGRADE ?= --upgrade
COMPILE := PATH="$(CURDIR)/$(BIN):$$PATH" UV_CUSTOM_COMPILE_COMMAND="make requirements" \
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate $(UPGRADE)

.PHONY: help handbook test figures requirements clean

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

handbook: .venv/.handbook ## Build the example handbook into site/
	@$(BIN)/playbook build .

# Cheap tests first: a slip shows in seconds, before any browser has started. A test in a browser often waits
# for it, so one more of them runs at a time.
test: .venv/.test ## Run everything that guards a change
	@set -e; PLAYBOOK_BROWSER=$$(.ci/browser); export PLAYBOOK_BROWSER; set -x; \
	$(BIN)/ruff check .; \
	$(BIN)/mypy; \
	$(BIN)/python -m pytest -q -n $(JOBS) --dist worksteal --ignore tests/browser; \
	$(BIN)/python -m pytest -q -n $$(( $(JOBS) + 1 )) --dist loadscope tests/browser

figures: .venv/.test ## Run the long measurements
	@set -e; PLAYBOOK_BROWSER=$$(.ci/browser); export PLAYBOOK_BROWSER; \
	for name in $(FIGURES); do echo "== $$name"; $(BIN)/python -m $$name; done

requirements: ## Refresh the pinned requirements
	@.ci/environment
	@command -v uv >/dev/null || test -x $(BIN)/uv || $(PIP) install uv
	$(COMPILE) requirements/pip.in -o requirements/pip.txt
	$(COMPILE) pyproject.toml -o requirements/runtime.txt
	$(COMPILE) -c requirements/runtime.txt requirements/build.in -o requirements/build.txt
	$(COMPILE) -c requirements/runtime.txt -c requirements/build.txt \
		pyproject.toml requirements/dev.in -o requirements/dev.txt

clean: ## Remove the environment and everything made
	rm -rf .venv site dist build .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find playbook tests benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamps say which requirements the environment holds, so that a second run starts at once.
# The project is installed last and from the checkout itself: an edit needs no new install.
.venv/.handbook: .ci/environment requirements/pip.txt pyproject.toml requirements/runtime.txt requirements/build.txt
	@echo "Setting up .venv (about half a minute, once)"
	@.ci/environment
	@$(INSTALL) --require-hashes -r requirements/pip.txt
	@$(INSTALL) --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

.venv/.test: .ci/environment requirements/pip.txt pyproject.toml requirements/dev.txt
	@echo "Setting up .venv for the tests (about a minute, once)"
	@.ci/environment
	@.ci/browser --from-debian & trap "wait $$!" EXIT; set -e; \
	$(INSTALL) --require-hashes -r requirements/pip.txt; \
	$(INSTALL) --require-hashes -r requirements/dev.txt; \
	$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@
