"""Tests of the whole project; `python3 -m tests` runs them all, from a machine that has only Python."""
