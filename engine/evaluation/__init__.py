"""How good footprints are: compared with labels on the map, inside the areas, as COCO defines it."""
