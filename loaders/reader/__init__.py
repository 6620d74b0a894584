"""Prose in, figures out: rules over English news text, one concern a file."""

from loaders.reader.figures import Figure, OtherNumber, find_other_numbers, read_figures

__all__ = ["Figure", "OtherNumber", "find_other_numbers", "read_figures"]
