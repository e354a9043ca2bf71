"""Pixels and polygons: windows, grids, rasters, vectors, and the way between them."""
