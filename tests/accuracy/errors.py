"""Where "who says what" goes wrong: the figures of each outlet, and the worst errors.

An error is a labelled quotation that is missed or given to somebody else, or one of ours that nobody labelled. The worst
are those with most words.
"""

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

import figures

# Quotations match when they share this much of their words, as the scorer counts it.
MATCH = 0.8


class Error(NamedTuple):
    """A quotation that went wrong: `words` long, with whom the labels and we name for it."""

    words: int
    what: str
    outlet: str
    article: str
    theirs: str
    ours: str
    quotation: str


def by(key: str, binary: Path, data: Path) -> str:
    """A table of figures for each value of `key`, a field of the labelled articles such as "outlet"."""
    scorer, articles = figures.annotated(binary, data)
    lines = [f"{key:<14} quotations  speaker  content  sourced"]
    for value in sorted({article[key] for article, _, _ in articles}):
        score = scorer.score([(gold, ours) for article, gold, ours in articles if article[key] == value])
        shares = [score["quote+head"], score["spans"]["content"]["token"], score["sentences"]["half_sourced"]]
        points = "".join(f"{100 * share['F']:>9.1f}" for share in shares)
        lines.append(f"{value:<14} {score['quote+head']['gold']:>10}{points}")
    return "\n".join(lines)


def worst(count: int, binary: Path, data: Path) -> str:
    """The `count` errors with most words, and how many there are of each kind."""
    scorer, articles = figures.annotated(binary, data)
    errors = [error for article in articles for error in found(scorer, *article)]
    errors.sort(key=lambda error: -error.words)
    kinds = sorted({error.what for error in errors})
    counts = ", ".join(f"{sum(error.what == kind for error in errors)} {kind}" for kind in kinds)
    lines = [f"{len(errors)} errors: {counts}"]
    for error in errors[:count]:
        lines.append(f"\n{error.what}, {error.words} words: labelled {error.theirs}, ours {error.ours}")
        lines.append(f"  {error.article}\n  {error.quotation}")
    return "\n".join(lines)


def found(scorer: ModuleType, article: dict, gold, ours) -> Iterator[Error]:
    """The errors of one article; `gold` and `ours` are the scorer's documents."""
    matched = scorer.match([s for s, _ in gold.segs], [s for s, _ in ours.segs], scorer.jac, MATCH)
    pairs = {i: j for i, j, _ in matched}

    def error(what: str, words: frozenset, theirs: dict | None, mine: dict | None) -> Error:
        first, last = gold.w[min(words)], gold.w[max(words)]
        quotation = gold.text[first[0] : last[1]].replace("\n", " ")
        names = [repr(doc.head(a["src"])) if a else "–" for doc, a in ((gold, theirs), (ours, mine))]
        return Error(len(words), what, article["outlet"], article["doc_id"], *names, quotation[:160])

    for i, (words, theirs) in enumerate(gold.segs):
        mine = ours.segs[pairs[i]][1] if i in pairs else None
        if mine is None:
            yield error("missed", words, theirs, None)
        elif theirs["source"] and gold.head(theirs["src"]) != ours.head(mine["src"]):
            yield error("nobody named" if not mine["source"] else "somebody else", words, theirs, mine)
    taken = set(pairs.values())
    for j, (words, mine) in enumerate(ours.segs):
        if j not in taken:
            yield error("nobody labelled it", words, None, mine)
