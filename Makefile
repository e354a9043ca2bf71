# make setup    the engine in .venv (.venv/bin/deepseg)
# make demo     the whole job on a real orthophoto, about ten minutes; results in demo/
# make test     every test: the engine's in .venv, the plugin's inside QGIS
#
# make test-qgis-versions  the plugin's tests on QGIS 3.40 and 3.44 as well; make test-qt6 its docks on Qt 6
#
# make plugin   the folder that QGIS loads: QGIS_PLUGINPATH=build/plugin
# make package  the zip that QGIS installs and its plugin repository takes, in build/
# make install  the plugin into your QGIS profile; make link puts the working tree there
# make qgis     opens QGIS with the plugin on a demo project, in a profile of its own
#
# make screenshots   drives QGIS through the whole demo and renews the pictures of docs/user-guide.md; Xvfb, 15 minutes
# make test-desktop  the same with made-up results, and leaving QGIS while the engine works; Xvfb, two minutes
#
# make sportsfields  seven nested categories with the docks and by the command line, which must agree; Xvfb, some minutes
#
# make bench         every figure of docs/performance.md, beside other programs; two hours, 28 GB of disk
# make bench-short   only sees whether the benchmarks run; minutes, without the other programs unless they are there
#
# PYTHON=python3.12        another Python for the engine
# PIP_ARGS="..."           more arguments for pip, such as an index with smaller builds of PyTorch (README.md)
# QGIS_PYTHON=/path        the Python that can import qgis, where it is not the system's
# QGIS=/path               QGIS, where it is not found as qgis
# PROFILE=name             the QGIS profile for install and link (default: default)
# EPOCHS=2                 how long `make screenshots` trains (default: 20); START=model to go on from a model

VENV := .venv
BIN := $(VENV)/bin
DEEPSEG := $(BIN)/deepseg
KAMPALA := examples/kampala
PROFILE := default
EPOCHS := 20
export PYTHON PIP_ARGS QGIS_PYTHON QGIS

.PHONY: help setup demo plugin package install link qgis bench bench-short test test-engine test-qgis test-qgis-versions test-qt6 test-desktop screenshots sportsfields texts lint types clean
.DELETE_ON_ERROR:

help:
	@sed -n '/^VENV/q;s/^# \{0,1\}//p' Makefile

setup: $(VENV)/.engine
	@echo "DeepSeg is ready: $(DEEPSEG) --help"

$(VENV)/.engine: pyproject.toml scripts/setup
	@scripts/setup $(VENV)
	@touch $@

$(VENV)/.dev: $(VENV)/.engine
	@scripts/setup $(VENV) dev
	@touch $@

# Plain commands, one after the other: what anybody would type. Old results go first, so that none is taken for new.
demo: $(VENV)/.engine
	rm -rf demo
	$(DEEPSEG) train --raster $(KAMPALA)/kampala.tif --labels $(KAMPALA)/buildings.geojson \
	    --areas $(KAMPALA)/areas.geojson --epochs 20 --model demo/model.safetensors
	$(DEEPSEG) evaluate --model demo/model.safetensors --raster $(KAMPALA)/kampala.tif \
	    --labels $(KAMPALA)/buildings.geojson --areas $(KAMPALA)/areas.geojson \
	    --report demo/report.json --matches demo/matches.gpkg
	$(DEEPSEG) predict --model demo/model.safetensors --raster $(KAMPALA)/kampala.tif \
	    --output demo/footprints.geojson --run-dir demo/run --keep-fields
	$(DEEPSEG) vectorize --run-dir demo/run --output demo/footprints.gpkg
	$(DEEPSEG) statistics demo/footprints.gpkg
	@$(BIN)/python examples/show_scores.py demo/report.json

# With any Python 3.9 or newer; nothing of .venv is needed.
plugin:
	@$(or $(PYTHON),python3) scripts/build-plugin

package: plugin
	@$(or $(PYTHON),python3) scripts/package-plugin

install: plugin
	@$(or $(PYTHON),python3) scripts/install-plugin --profile "$(PROFILE)"

link:
	@$(or $(PYTHON),python3) scripts/install-plugin --link --profile "$(PROFILE)"

qgis: $(VENV)/.engine plugin build/demo/kampala.qgz
	@scripts/open-qgis $(BIN)/python build/demo/kampala.qgz

build/demo/kampala.qgz: scripts/make-demo-project
	@PYTHONDONTWRITEBYTECODE=1 $(or $(QGIS_PYTHON),/usr/bin/python3) scripts/make-demo-project build/demo

test: test-engine test-qgis

test-engine: $(VENV)/.dev
	$(BIN)/python -m pytest

# QGIS reads the plugin from the working tree: no caches may be left there.
test-qgis: $(VENV)/.engine
	@scripts/setup-qgis-tests .venv-qgis
	PYTHONDONTWRITEBYTECODE=1 .venv-qgis/bin/python -m pytest -p no:cacheprovider tests/qgis

# QGIS 3.40 and 3.44 from the Debian releases that have them; root only, 5 GB in build/qgis the first time.
test-qgis-versions: $(VENV)/.engine
	scripts/test-qgis-versions

# The docks on Qt 6, for which no QGIS is packaged yet, with a stand-in for QGIS.
test-qt6:
	@scripts/setup-qt6-tests .venv-qt6
	PYTHONDONTWRITEBYTECODE=1 .venv-qt6/bin/python -m pytest -p no:cacheprovider tests/qt6

screenshots: $(VENV)/.engine
	@scripts/screenshots --epochs $(EPOCHS) $(if $(START),--start "$(START)")

# Pillow of the engine's environment makes the pictures small, here too.
test-desktop: $(VENV)/.engine
	@scripts/screenshots --fake --epochs 4 build/desktop/guide
	@scripts/test-leaving

sportsfields: $(VENV)/.engine
	@EPOCHS=$(if $(filter command line,$(origin EPOCHS)),$(EPOCHS),2) scripts/sportsfields

bench: $(VENV)/.engine
	@scripts/setup-bench .venv-bench
	$(BIN)/python -m benchmarks.performance all

bench-short: $(VENV)/.engine
	$(BIN)/python -m benchmarks.performance all --short

# Adds new texts of the plugin to its catalogues and says what is still to be translated.
texts:
	scripts/texts

lint: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.dev
	$(BIN)/mypy

clean:
	rm -rf demo build dist .pytest_cache .mypy_cache .ruff_cache *.egg-info .venv-qgis .venv-qt6 .venv-bench
	find engine deepseg_qgis tests examples -name __pycache__ -type d -prune -exec rm -rf {} +
