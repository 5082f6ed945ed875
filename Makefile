# `make demo` and `make test` are all a newcomer needs; both set up .venv by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test check bench build dovecot clean
.DEFAULT_GOAL := demo

$(VENV)/.ready: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed (PYTHON=… to choose one)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { echo "python3-venv is missing: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.ready
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

## demo: a throw-away mail server with a sample mailbox, one visit, the drafts (ARGS=--keep leaves it up)
demo: $(VENV)/.ready
	$(BIN)/watcher demo $(ARGS)

## dovecot: install the server that the tests talk to, where that is possible
dovecot:
	@if [ -x /usr/sbin/dovecot ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends dovecot-imapd mutt openssl systemd) >/dev/null \
	  || echo "Dovecot could not be installed"; \
	fi

## test: the whole suite
test: $(VENV)/.dev dovecot
	$(BIN)/python -m pytest -n 2 $(ARGS)

## check: lint and types
check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check watcher tests benchmarks
	$(BIN)/mypy

## bench: the measured claims of docs/performance.md (webmail.py, which installs a browser, only by itself)
bench: $(VENV)/.dev
	@for file in $(filter-out benchmarks/webmail.py,$(wildcard benchmarks/*.py)); do echo "== $$file"; $(BIN)/python $$file || exit 1; done

## build: sdist and wheel
build: $(VENV)/.dev
	$(BIN)/python -m build

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
