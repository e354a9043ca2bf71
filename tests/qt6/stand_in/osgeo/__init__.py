"""Stands in for GDAL, which comes with QGIS: names only."""

from qgis.names import Member

gdal = ogr = osr = Member()
