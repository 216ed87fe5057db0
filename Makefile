# make run, make test: everything else that they need, they fetch themselves.

PYTHON ?= python3
VENV := venv
BIN := $(VENV)/bin
# Windows of tests and of `demo` are painted in memory, so that no display is needed.
UNSEEN := QT_QPA_PLATFORM=offscreen

.PHONY: run test check soak bench build words lock clean

# On a desk: the window. Where there is no display: the same program makes its pictures, reports and lists in demo/.
run: $(VENV)/.words
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" != Linux ]; then \
		exec $(BIN)/iopd-desktop; \
	else \
		echo "No display here: what the window, the reports and the lists look like is written to demo/"; \
		$(UNSEEN) QT_LOGGING_RULES="default.warning=false" $(BIN)/iopd-desktop demo --out demo; \
	fi

test: $(VENV)/.words
	$(UNSEEN) $(BIN)/python -m pytest -n 2 -q

check: $(VENV)/.words
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tools/catalogues.py check
	sh tools/desktop_files.sh

# The long runs: hours rather than minutes; their counts and dates are kept in docs/.
soak: $(VENV)/.words
	IOPD_SOAK=1 $(BIN)/python -m pytest -n 2 -q tests/store/test_fold.py tests/store/test_machine.py tests/store/test_kills.py

bench: $(VENV)/.words
	$(UNSEEN) $(BIN)/python -m benchmarks

# A folder that runs where there is no Python; tried at once, as somebody would who has nothing else.
build: $(VENV)/.words
	$(UNSEEN) $(BIN)/pyinstaller --noconfirm --log-level WARN build.spec
	$(BIN)/python tools/try_frozen.py dist/iopd-desktop/iopd-desktop build/demo

# The marked texts of the program into translations/*.po.
words: $(VENV)/.ok
	$(BIN)/python tools/catalogues.py words

# After a change of the dependencies in pyproject.toml.
lock: $(VENV)/.ok
	$(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-annotate --no-header \
		pyproject.toml --extra dev --output-file requirements.lock

clean:
	rm -rf $(VENV) build dist demo .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info

$(VENV)/.ok: requirements.lock pyproject.toml setup.py
	PYTHON=$(PYTHON) sh tools/system_libraries.sh
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.words: $(VENV)/.ok tools/catalogues.py $(wildcard translations/*.po)
	$(BIN)/python tools/catalogues.py compile
	touch $@
