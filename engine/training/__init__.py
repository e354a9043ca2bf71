"""How a network learns: the recipe, and the epochs."""
