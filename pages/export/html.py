"""A chart as one HTML file that opens anywhere: interactive, with its words as text, and nothing to fetch."""

from __future__ import annotations

from html import escape

import plotly.io as pio

from pages.export.printed import printed
from pages.export.sheet import Sheet
from pages.export.texts import visible
from pages.figures.palette import FONT, PRINT

CONFIG = {"displaylogo": False, "displayModeBar": False, "showSendToCloud": False, "staticPlot": False}

# The browser is told to ask no host, whatever a figure's text says.
POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:"

# A chart is laid out for one width in pixels: in a narrower frame it is made smaller, as an image would be.
# The tangent is how CSS divides one length by another. Under a transform Plotly finds what is pointed at.
PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ margin: 0; background: {paper}; color: {text}; font-family: {font}; }}
main {{ container-type: inline-size; overflow: auto hidden; }}
#whole {{ --scale: min(1, tan(atan2(100cqw, {width}px))); height: calc({height}px * var(--scale)); }}
#chart {{ transform: scale(var(--scale)); transform-origin: 0 0; }}
details {{ max-width: 70ch; margin: 0 20px 20px; font-size: 14px; line-height: 1.5; }}
</style>
</head>
<body>
<main role="img" aria-label="{alt}">
<div id="whole">
{chart}
</div>
</main>
<details><summary>This chart in words</summary>
{words}
</details>
</body>
</html>
"""


def html_of(sheet: Sheet, size: str) -> bytes:
    """The whole file, UTF-8; the same bytes for the same sheet and size."""
    figure = printed(sheet, size)
    chart = pio.to_html(figure, config=CONFIG, include_plotlyjs=True, full_html=False, div_id="chart")
    return PAGE.format(
        policy=escape(POLICY),
        title=escape(visible(sheet.title)),
        alt=escape(visible(sheet.alt)),
        paper=PRINT.paper,
        text=PRINT.text,
        font=FONT,  # of our own: nothing in a style element is decoded, no &#x27; either
        width=figure.layout.width,
        height=figure.layout.height,
        chart=chart,
        words="\n".join(f"<p>{escape(visible(line))}</p>" for line in in_words(sheet)),
    ).encode()


def in_words(sheet: Sheet) -> tuple[str, ...]:
    """All that the chart and the lines around it say."""
    return (sheet.title, sheet.subtitle, sheet.alt, *sheet.notes, *sheet.footer)
