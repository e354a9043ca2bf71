"""What people see: four docks and what they share."""
