"""Prose in, figures out: rules over English news text, one concern a file."""

from loaders.reader.figures import Figure, read_figures

__all__ = ["Figure", "read_figures"]
