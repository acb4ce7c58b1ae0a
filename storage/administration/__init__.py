"""Stores of the settings that administrators choose."""
