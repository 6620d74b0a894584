"""Widgets and panels that pages share: functions that return plain values, or draw."""
