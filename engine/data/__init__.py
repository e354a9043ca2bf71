"""From rasters and labels to chips and targets."""
