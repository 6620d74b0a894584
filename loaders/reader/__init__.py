"""Prose in, figures out: rules over English news text, one concern a file."""
