#!/bin/sh
# Seven nested categories, from labels to counted footprints, by the command line alone.
# usage: examples/sportsfields/run.sh [FOLDER]     results go there (build/sportsfields)
#   EPOCHS=2     how long to train; 20 or more make a useful model
#   DEEPSEG=...  the program, where it is not .venv/bin/deepseg
#   LABELS=...   other labels of the same images (sportsfields.gpkg), FIELD=... what holds their category (classname)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
deepseg=${DEEPSEG:-$here/../../.venv/bin/deepseg}
out=${1:-build/sportsfields}
crs=EPSG:31370 # the world files place the images, but do not name their coordinate system
mkdir -p "$out/runs/predictions/prediction-1"

"$deepseg" import-labels "${LABELS:-$here/sportsfields.gpkg}" --category-field "${FIELD:-classname}" --output "$out/labels.gpkg"

# All labels that lie on the images are learned from, one category inside another.
"$deepseg" train --raster "$here" --crs "$crs" --labels "$out/labels.gpkg|labels" --category-field category \
    --epochs "${EPOCHS:-2}" --device cpu --seed 0 \
    --model "$out/runs/sportsfields-1/sportsfields-1.safetensors" --run-dir "$out/runs/sportsfields-1/run"

# Down to a low score, so that the threshold can be moved afterwards.
"$deepseg" predict --raster "$here" --crs "$crs" --model "$out/runs/sportsfields-1/sportsfields-1.safetensors" \
    --score-threshold 0.1 --device cpu --run-dir "$out/runs/predictions/prediction-1/run" --keep-fields \
    --output "$out/runs/predictions/prediction-1/footprints.gpkg"
"$deepseg" vectorize --run-dir "$out/runs/predictions/prediction-1/run" --score-threshold 0.1 --output "$out/footprints.json" # COCO JSON

"$deepseg" statistics "$out/runs/predictions/prediction-1/footprints.gpkg"
"$deepseg" statistics "$out/runs/predictions/prediction-1/footprints.gpkg" --by raster --raster "$here" --crs "$crs" \
    --format csv --output "$out/statistics.csv"
"$deepseg" history "$out/runs"
