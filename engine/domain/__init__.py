"""Frozen values that every room speaks of; they touch nothing but memory."""
