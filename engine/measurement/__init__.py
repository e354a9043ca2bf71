"""What is measured on polygons: their shape, and the pixels below them."""
