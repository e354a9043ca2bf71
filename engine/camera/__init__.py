"""Cameras, videos and streams: where frames come from, and how they are written."""
