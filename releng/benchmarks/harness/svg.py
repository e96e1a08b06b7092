"""Plots as plain SVG, readable on light and on dark pages, without a library.

Each mark is a median; the line through it reaches from the first to the third quartile.
"""
import math
from dataclasses import dataclass
from xml.sax.saxutils import escape

WIDTH, LEFT, RIGHT, TOP, ROW = 880, 300, 90, 58, 26
# Distinguishable for colour-blind readers (Okabe and Ito); our own series has the strongest.
COLOURS = ("#d55e00", "#0072b2", "#009e73", "#cc79a7", "#a87900", "#56b4e9", "#8a8a8a", "#5b4a9e", "#b0a000")


@dataclass(frozen=True)
class Mark:
    """A value with its spread; all three are of the axis' unit."""
    label: str
    median: float
    first: float
    third: float


def frame(height, title, subtitle, body):
    return (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
            f'font-family="sans-serif" font-size="13" role="img" aria-label="{escape(title, {chr(34): "&quot;"})}">\n'
            f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>\n'
            f'<text x="16" y="24" font-size="16" font-weight="bold">{escape(title)}</text>\n'
            f'<text x="16" y="43" fill="#555555">{escape(subtitle)}</text>\n{body}</svg>\n')


def ticks(least, most):
    """Powers of ten, with 2 and 5 between them where there are few."""
    exponents = range(math.floor(math.log10(least)), math.ceil(math.log10(most)) + 1)
    steps = (1,) if len(exponents) > 5 else (1, 2, 5)
    return [step * 10 ** exponent for exponent in exponents for step in steps if least <= step * 10 ** exponent <= most]


def number(value):
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"


class LogScale:
    """Maps values to places on a line by their logarithm."""

    def __init__(self, least, most, start, end):
        self.least, self.most = least, most
        self.start, self.end = start, end

    def __call__(self, value):
        share = math.log(max(value, self.least) / self.least) / math.log(self.most / self.least)
        return self.start + share * (self.end - self.start)


def around(values):
    """Bounds of an axis with a little room on both sides."""
    return min(values) * 0.8, max(values) * 1.25


def bars(title, subtitle, unit, marks):
    """A row for each mark, on a logarithmic axis: a length says nothing there, so marks are dots."""
    least, most = around([value for mark in marks for value in (mark.first, mark.third)])
    scale = LogScale(least, most, LEFT, WIDTH - RIGHT)
    bottom = TOP + len(marks) * ROW
    parts = []
    for tick in ticks(least, most):
        parts.append(f'<line x1="{scale(tick):.1f}" y1="{TOP}" x2="{scale(tick):.1f}" y2="{bottom}" stroke="#dddddd"/>'
                     f'<text x="{scale(tick):.1f}" y="{bottom + 18}" text-anchor="middle" fill="#555555">{number(tick)}</text>\n')
    for index, mark in enumerate(marks):
        y = TOP + index * ROW + ROW / 2
        colour = COLOURS[0] if mark.label.startswith("Palisade") else COLOURS[1]
        parts.append(f'<text x="{LEFT - 12}" y="{y + 4:.1f}" text-anchor="end">{escape(mark.label)}</text>'
                     f'<line x1="{scale(mark.first):.1f}" y1="{y:.1f}" x2="{scale(mark.third):.1f}" y2="{y:.1f}" stroke="{colour}" stroke-width="3"/>'
                     f'<circle cx="{scale(mark.median):.1f}" cy="{y:.1f}" r="5" fill="{colour}"/>'
                     f'<text x="{scale(mark.third) + 10:.1f}" y="{y + 4:.1f}">{number(mark.median)}</text>\n')
    parts.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{bottom + 38}" text-anchor="middle" fill="#555555">{escape(unit)}, logarithmic</text>\n')
    return frame(bottom + 50, title, subtitle, "".join(parts))


def lines(title, subtitle, unit, series):
    """A line for each series over the size of the inventory, both axes logarithmic. series: title to list of (size, Mark)."""
    sizes = sorted({size for points in series.values() for size, _ in points})
    least, most = around([value for points in series.values() for _, mark in points for value in (mark.first, mark.third)])
    height, left, right = 420, 70, 290
    bottom = height - 50
    across = LogScale(sizes[0], sizes[-1], left, WIDTH - right)
    up = LogScale(least, most, bottom, TOP)
    parts = []
    for tick in ticks(least, most):
        parts.append(f'<line x1="{left}" y1="{up(tick):.1f}" x2="{WIDTH - right}" y2="{up(tick):.1f}" stroke="#dddddd"/>'
                     f'<text x="{left - 8}" y="{up(tick) + 4:.1f}" text-anchor="end" fill="#555555">{number(tick)}</text>\n')
    for size in sizes:
        parts.append(f'<text x="{across(size):.1f}" y="{bottom + 20}" text-anchor="middle" fill="#555555">{size:,}</text>\n')
    parts.append(f'<text x="{(left + WIDTH - right) / 2}" y="{bottom + 40}" text-anchor="middle" fill="#555555">virtual machines; {escape(unit)}, '
                 f'both logarithmic</text>\n')
    places = legend_places([up(points[-1][1].median) for points in series.values()])
    for index, (name, points) in enumerate(series.items()):
        parts.append(line(COLOURS[index % len(COLOURS)], name, points, across, up, places[index]))
    return frame(height, title, subtitle, "".join(parts))


def line(colour, name, points, across, up, place):
    path = " ".join(f"{across(size):.1f},{up(mark.median):.1f}" for size, mark in points)
    drawn = f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>\n'
    for size, mark in points:
        drawn += (f'<line x1="{across(size):.1f}" y1="{up(mark.first):.1f}" x2="{across(size):.1f}" y2="{up(mark.third):.1f}" stroke="{colour}" '
                  f'stroke-width="3" opacity="0.6"/><circle cx="{across(size):.1f}" cy="{up(mark.median):.1f}" r="4" fill="{colour}"/>\n')
    last = across(points[-1][0])
    return drawn + (f'<line x1="{last + 6:.1f}" y1="{up(points[-1][1].median):.1f}" x2="{WIDTH - 284}" y2="{place:.1f}" stroke="{colour}" opacity="0.4"/>'
                    f'<text x="{WIDTH - 280}" y="{place + 4:.1f}" fill="{colour}">{escape(name)}</text>\n')


def legend_places(wanted):
    """Heights near the wanted ones, far enough from each other for a line of text."""
    places = [0.0] * len(wanted)
    previous = float("-inf")
    for index in sorted(range(len(wanted)), key=lambda each: wanted[each]):
        places[index] = max(wanted[index], previous + 17)
        previous = places[index]
    return places
