"""The Processing algorithms: what docks, toolbox, model designer and `qgis_process` all run."""
