"""DeepSeg's engine: rasters and labels in, a model, honest scores and measured footprints out."""

__version__ = "0.1.0"
