"""Between QGIS layers and our values: the project file, labels, areas, footprints, and how they are drawn."""
