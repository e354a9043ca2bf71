"""The pictures of the guide, in the order of the steps; nothing of QGIS is imported here."""

PICTURES = (
    "01-open",
    "02-new-project",
    "03-draw",
    "04-import",
    "05-areas",
    "06-check",
    "07-tiles",
    "08-training",
    "09-trained",
    "10-evaluation",
    "11-misses",
    "12-before-predicting",
    "13-footprints",
    "14-threshold",
    "15-statistics",
    "16-review",
    "17-opened-again",
    "18-dark",
)
