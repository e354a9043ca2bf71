"""Labels in the formats of other programs, read and written: one file per format, listed in `registry`."""
