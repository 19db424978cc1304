# Everything a person needs: `make demo`, `make test`. `make setup` is what both share.
# A prebuilt llama-cpp-python for your GPU: make demo LLAMA_WHEEL=path/or/url/of/the.whl

SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WHEELS ?= $(HOME)/.cache/tally/wheels
SOURCES ?= $(HOME)/.cache/tally/sdist
NPM_CACHE ?= $(HOME)/.cache/tally/npm
LLAMA_VERSION := 0.3.36
LLAMA_WHEEL ?=
LLAMA_SERVER := $(HOME)/.cache/tally/bin/llama-server-$(LLAMA_VERSION)
MINUTES := 60
WORKERS := 2
OUT := training/out
MODEL := bot/llm/builtin/tally-builtin.gguf
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export SOURCES

.PHONY: demo run test test-training check setup setup-test browser npm model leaks eval hostile soak-llm families bench bench-llm llama-server clean

demo: setup ## start Tally with a stand-in for Slack and a sample company
	$(BIN)/tally demo $(ARGS)

run: setup ## start Tally with the settings of the environment, .env or tally.toml
	$(BIN)/tally run

test: setup-test browser npm check ## everything that CI runs
	$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder

check: setup-test ## formatting, lint, types, architecture
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	@bash scripts/llama-wheel.sh "$(BIN)" "$(WHEELS)" "$(LLAMA_VERSION)" "$(LLAMA_WHEEL)"
	$(BIN)/pip install --quiet --requirement requirements.lock
	$(BIN)/pip install --quiet --no-deps --editable .
	@touch $@

setup-test: $(VENV)/.ready-test

$(VENV)/.ready-test: $(VENV)/.ready requirements-test.lock
	$(BIN)/pip install --quiet --requirement requirements-test.lock
	@bash scripts/llama-source.sh "$(BIN)" "$(SOURCES)" "$(LLAMA_VERSION)" >/dev/null
	@touch $@

browser: ## Chromium for the browser tests, installed when that is possible
	@bash scripts/chromium.sh

npm: tests/bolt_js/node_modules/.ready ## what the tests take from npm: Slack's JavaScript SDK and axe-core

tests/bolt_js/node_modules/.ready: tests/bolt_js/package-lock.json
	@bash scripts/npm.sh tests/bolt_js "$(NPM_CACHE)"

model: setup-test ## train the built-in model anew, or go on where that was stopped (see training/README.md; MINUTES=60, OUT)
	$(BIN)/pip install --quiet --requirement requirements-train.lock
	$(BIN)/python -m training.train --minutes $(MINUTES) --out $(OUT) $(addprefix --resume ,$(wildcard $(OUT)/last.pt))
	$(BIN)/python -m training.validate $(OUT)/last.pt
	$(BIN)/python -m training.export $(OUT)/last.pt $(MODEL)
	$(BIN)/python -m training.calibrate $(MODEL) --write
	$(BIN)/python -m training.check $(MODEL) $(OUT)/last.pt

test-training: setup-test ## the tests of the training that need PyTorch
	$(BIN)/pip install --quiet --requirement requirements-train.lock
	$(BIN)/python -m pytest tests/unit/training

leaks: setup-test ## no sentence of the evaluation stands in 100,000 dialogues of the training
	TALLY_LEAKS_DIALOGUES=100000 $(BIN)/python -m pytest --timeout 600 tests/unit/training/test_leaks.py

eval: setup ## how well dates and dialogues are understood
	$(BIN)/tally eval dates tests/data/dates.jsonl
	$(BIN)/tally eval dialogues tests/data/dialogues.jsonl

hostile: setup-test ## 20,000 turns with a model that answers anything at all
	TALLY_HOSTILE_TURNS=20000 $(BIN)/python -m pytest tests/unit/handlers/test_hostile_model.py

soak-llm: setup-test ## 2,000 turns from 64 threads on a cache that is far too small
	TALLY_SOAK_TURNS=2000 $(BIN)/python -m pytest --timeout 600 tests/unit/llm/test_engine.py -k too_small

families: setup-test ## 500 answers of random weights for each model family, with real templates and tokenizers
	TALLY_FAMILY_ANSWERS=500 $(BIN)/python -m pytest tests/unit/llm/test_families.py tests/unit/llm/test_family_answers.py

bench: setup ## how long a turn takes, start to ready, memory, growth (ARGS=--quick, --json, --only growth)
	$(BIN)/python -m benchmarks $(ARGS)

bench-llm: setup-test ## the engine against plain llama-cpp-python and llama.cpp's server (see benchmarks/README.md; ARGS=--quick)
	$(BIN)/python -m benchmarks.llm $(ARGS)

llama-server: setup ## build llama.cpp's own server, which bench-llm compares with: 10 minutes, once
	@bash scripts/llama-server.sh "$(BIN)" "$(SOURCES)" "$(LLAMA_VERSION)" "$(LLAMA_SERVER)"

clean: ## remove what set-up, tests and the demo made
	rm -rf $(VENV) var build tests/bolt_js/node_modules *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
