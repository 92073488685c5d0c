"""Which articles presscheck takes for one story, where all of them lie in one newsroom.

    stories.py BINARY CLUSTERS [SPLIT]    precision, recall and F1 of each topic, undated
    stories.py BINARY NEWSROOM            every pair of a labelled newsroom that is wrong, dated

Judged by pairs: for each article, which of all others its coverage shows. CLUSTERS is `ecb.clusters.jsonl`; NEWSROOM a
folder of folders, one for each event. Standard library only.
"""

import itertools
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import crossref
import newsrooms

MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\b|\d[/-]\d", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
TITLE = re.compile(r'^title:\s*"?(.*?)"?\s*$', re.MULTILINE)


class Told(NamedTuple):
    """An article and another one: whether the labels and whether presscheck say that it tells the same story."""

    here: str
    there: str
    same: bool
    found: bool


class Score(NamedTuple):
    """Shares of 1."""

    precision: float
    recall: float
    f1: float


def score(told: list[Told]) -> Score:
    right = sum(row.same and row.found for row in told)
    found, same = sum(row.found for row in told), sum(row.same for row in told)
    return Score(right / max(1, found), right / max(1, same), 2 * right / max(1, found + same))


def of_pairs(binary: Path, clusters: list[dict]) -> Iterator[Told]:
    """Each two articles on events of one kind by themselves, as they are."""
    articles = [(row["topic"], row["cluster"], it["doc"], crossref.document(it["sents"])[0]) for row in clusters for it in row["articles"]]
    wanted = [(a, b) for a, b in itertools.combinations(articles, 2) if a[0] == b[0]]
    records = ({"id": at, "a": a[3], "b": b[3]} for at, (a, b) in enumerate(wanted))
    for (a, b), answer in zip(wanted, crossref.compare(binary, records)):
        yield Told(a[2], b[2], a[1] == b[1], answer["same_story"] >= 0.5)


def of_topics(binary: Path, clusters: list[dict]) -> Iterator[Told]:
    """Each topic as a newsroom of its own, undated: a story, and others of its kind."""
    by_topic = sorted(clusters, key=lambda row: row["topic"])
    for _, rows in itertools.groupby(by_topic, key=lambda row: row["topic"]):
        articles = [(row["cluster"], article) for row in rows for article in row["articles"]]
        events = {f'{article["doc"]}.txt': cluster for cluster, article in articles}
        texts = {f'{article["doc"]}.txt': "\n\n".join(undated(article["sents"])) + "\n" for _, article in articles}
        yield from told(binary, texts, events)


def of_events(binary: Path, newsroom: Path, dated: bool) -> Iterator[Told]:
    """A newsroom with a folder for each event, as it is or with nothing but headline and copy."""
    files = sorted(newsroom.glob("*/*.md"))
    events = {str(file.relative_to(newsroom)): file.parent.name for file in files}
    texts = {str(file.relative_to(newsroom)): file.read_text(encoding="utf-8") for file in files}
    if not dated:
        texts = {name: bare(text) for name, text in texts.items()}
    yield from told(binary, texts, events)


def told(binary: Path, texts: dict[str, str], events: dict[str, str]) -> Iterator[Told]:
    """What `presscheck coverage` shows of articles in one folder, all by different outlets."""
    path = lambda article: os.path.normpath(article["path"])
    records = newsrooms.answer(binary, ["coverage"], texts)
    shown = {(path(record), path(other)) for record in records for other in record["articles"][1:]}
    for here, there in itertools.permutations(sorted(texts), 2):
        yield Told(here, there, events[here] == events[there], (here, there) in shown)


def undated(sentences: list[str]) -> list[str]:
    """Without the address of the page and the line that dates it."""
    dates = lambda line: len(line) < 60 and MONTH.search(line) and YEAR.search(line)
    return [line for at, line in enumerate(sentences) if not line.startswith("http") and not (at < 5 and dates(line))]


def bare(text: str) -> str:
    """Headline and copy of an article in Markdown, without what its front matter says besides."""
    front = FRONT_MATTER.match(text)
    if not front:
        return text
    title = TITLE.search(front[1])
    return f"# {title[1]}\n{text[front.end():]}" if title else text[front.end() :]


def main(binary: str, data: str, split: str = "dev") -> None:
    if Path(data).is_dir():
        rows = list(of_events(Path(binary), Path(data), dated=True))
        for row in rows:
            if row.same != row.found:
                print("missed" if row.same else "false", row.here, row.there)
        print(score(rows))
        return
    clusters = [json.loads(line) for line in Path(data).read_text(encoding="utf-8").splitlines()]
    clusters = [row for row in clusters if row["split"] == split]
    rows = list(of_topics(Path(binary), clusters))
    for topic, of_topic in itertools.groupby(rows, key=lambda row: row.here.split("_")[0]):
        print(topic, score(list(of_topic)))
    print("all", score(rows))


if __name__ == "__main__":
    main(*sys.argv[1:])
