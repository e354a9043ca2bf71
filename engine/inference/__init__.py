"""From pixels to fields to instances."""
