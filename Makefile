.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export FLASK_APP := app

.PHONY: help screenshot install run render test check data messages accuracy bench lock audit browser paper format

help: ## List what can be done here
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  %-10s %s\n", $$1, $$2}'

$(BIN)/.installed: requirements.txt
	@tools/venv.sh $(PYTHON) $(VENV)
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.txt
	@touch $@

$(BIN)/.tested: $(BIN)/.installed tests/requirements.txt
	$(BIN)/python -m pip install --quiet --require-hashes -r tests/requirements.txt
	@touch $@

install: $(BIN)/.installed ## Make the .venv and install what the product needs

run: install paper ## Start Garde-fou on http://127.0.0.1:8000
	$(BIN)/flask --app app serve --host 127.0.0.1 --port 8000

render: install browser ## Install what GARDEFOU_RENDER=1 needs: a browser and what drives it
	$(BIN)/python -m pip install --quiet --require-hashes -r checker/render/requirements.txt

browser:
	@tools/browser.sh

paper: $(BIN)/.installed
	@tools/pango.sh $(BIN)/python

test: $(BIN)/.tested browser paper ## Run every test, real browser included
	$(BIN)/python -m pytest

check: $(BIN)/.tested ## Everything CI asks: format, lint, types, walls, data, templates, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(MAKE) --no-print-directory data
	$(BIN)/djlint --check --lint --quiet templates
	$(MAKE) --no-print-directory test

data: $(BIN)/.installed ## Check the data files: clauses, law, discovery, register
	$(BIN)/flask --app app data-lint

messages: $(BIN)/.tested ## Extract the interface's messages and compile both catalogs
	$(BIN)/pybabel extract --omit-header -F checker/i18n/babel.cfg -o checker/i18n/messages.pot .
	$(BIN)/pybabel update -N --ignore-pot-creation-date -i checker/i18n/messages.pot -d checker/i18n/locale
	$(BIN)/pybabel compile -d checker/i18n/locale

screenshot: $(BIN)/.tested browser ## Take the picture of the README anew
	$(BIN)/python -m tools.screenshot

accuracy: $(BIN)/.tested ## Measure clauses and discovery on the shared corpus
	$(BIN)/python -m tools.accuracy
	$(BIN)/python -m tools.accuracy_discovery

bench: $(BIN)/.tested ## Print speed ratios, side by side in one run
	$(BIN)/python -m tools.bench

format: $(BIN)/.tested ## Put code and templates in their form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djlint --reformat --quiet templates

lock: $(BIN)/.tested ## Resolve the dependencies anew into the three lock files
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header pyproject.toml -o requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header -c requirements.txt --group dev -o tests/requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-emit-find-links --no-header -c requirements.txt -c tests/requirements.txt --extra render pyproject.toml \
	  -o checker/render/requirements.txt

audit: $(BIN)/.tested ## Ask the advisory service about the locked packages (needs the network)
	$(BIN)/pip-audit --require-hashes -r requirements.txt
