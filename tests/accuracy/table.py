"""The accuracy table: its rows, how it is written and how two are compared."""

from typing import NamedTuple

# A figure may wobble by this much, in points, before it counts as worse.
TOLERANCE = 0.1

HEAD = """# Accuracy

Written by `tests/accuracy/run`; compared by `tests/accuracy/run --check`. "Our own" are the excerpts in `speakers/`, of which
one half is read while the rules are written and the other only counted; all other labelled data is published research data
that is not part of this repository. "Peer" is the best measured tool that others have built, "goal" is what we aim at.

| what | on | measure | presscheck | peer | goal |
|---|---|---|---:|---:|---:|
"""


class Row(NamedTuple):
    """One figure. `value`, `peer` and `goal` in the unit that `measure` names: points (0 to 100), or alarms per 1,000."""

    what: str
    on: str
    measure: str
    value: float
    peer: float | None = None
    goal: float | None = None
    lower_is_better: bool = False


def written(rows: list[Row]) -> str:
    """The table as a Markdown page."""
    return HEAD + "".join(
        f"| {row.what} | {row.on} | {row.measure} | {row.value:.1f} | {_or_dash(row.peer)} | {_or_dash(row.goal)} |\n"
        for row in rows
    )


def worse(rows: list[Row], page: str) -> list[str]:
    """What dropped since `page` was written, one line a figure."""
    before = {}
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and _is_number(cells[3]):
            before[tuple(cells[:3])] = float(cells[3])
    dropped = []
    for row in rows:
        was = before.get((row.what, row.on, row.measure))
        if was is None:
            continue
        loss = row.value - was if row.lower_is_better else was - row.value
        if loss > TOLERANCE + 1e-9:
            dropped.append(f"{row.what}, {row.on}, {row.measure}: {was:.1f} -> {row.value:.1f}")
    return dropped


def _or_dash(figure: float | None) -> str:
    return "–" if figure is None else f"{figure:.1f}"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
