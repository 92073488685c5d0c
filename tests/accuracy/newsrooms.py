"""Conflicts that `presscheck check` raises in whole newsrooms: folders of articles on two events of one kind, undated.

    newsrooms.py BINARY CLUSTERS [RULE]    every finding of a rule with both sentences, and how the labels judge it

Labelled pairs of sentences do not show these: here the story gate and the alignment choose what is held against what.
CLUSTERS is `ecb.clusters.jsonl`. Standard library only.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CONFLICT = "XOUT001"


class Alarm(NamedTuple):
    """A finding and one passage that contradicts it, once for both articles."""

    judged: str  # "same event", "another point", "another event"; "unlabelled" where the labels do not reach
    severity: str
    ours: str
    theirs: str
    message: str


def alarms(binary: Path, clusters: list[dict], rule: str = CONFLICT) -> Iterator[Alarm]:
    """What `rule` finds where each topic is a newsroom of its own."""
    for topic in sorted({row["topic"] for row in clusters}):
        articles = {f'{it["doc"]}.txt': (row["cluster"], it) for row in clusters if row["topic"] == topic for it in row["articles"]}
        seen = set()
        for finding, passage in findings(binary, {name: it["sents"] for name, (_, it) in articles.items()}, rule):
            ours, theirs = (where(articles[at["path"]][1]["sents"], at) for at in (finding, passage))
            key = frozenset([(finding["path"], ours), (passage["path"], theirs)])
            if key in seen:
                continue
            seen.add(key)
            here, there = articles[finding["path"]], articles[passage["path"]]
            yield Alarm(
                judge(here, ours, there, theirs),
                finding["severity"],
                f'{finding["path"]}: {here[1]["sents"][ours]}',
                f'{passage["path"]}: {there[1]["sents"][theirs]}',
                finding["message"],
            )


def findings(binary: Path, newsroom: dict[str, list[str]], rule: str) -> list[tuple[dict, dict]]:
    """Each finding of `rule` in the articles, with each passage that it cites."""
    texts = {name: "\n\n".join(sentences) + "\n" for name, sentences in newsroom.items()}
    found = answer(binary, ["check"], texts, 'profile = "copy-desk"\n')
    return [(it, passage) for it in found if it["rule"] == rule for passage in it["related"]]


def answer(binary: Path, command: list[str], texts: dict[str, str], config: str = "") -> list[dict]:
    """What a command says as JSON of a newsroom: a folder with `texts` by their paths and `config` as its settings."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {"presscheck.toml": config, **texts}.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        said = subprocess.run([binary, *command, "--format", "json", "."], capture_output=True, cwd=folder, check=False)
    return json.loads(said.stdout)


def where(sentences: list[str], at: dict) -> int:
    """Which sentence a place, in code points, lies in; each is a paragraph."""
    end = 0
    for index, sentence in enumerate(sentences):
        end += len(sentence) + 2
        if at["span"][0] < end:
            return index
    raise ValueError(f"{at} lies behind the article")


def judge(here: tuple[str, dict], ours: int, there: tuple[str, dict], theirs: int) -> str:
    """What the labels say of two sentences; here and there are a cluster and an article of it."""
    if here[0] != there[0]:
        return "another event"
    if ours not in here[1]["labelled"] or theirs not in there[1]["labelled"]:
        return "unlabelled"
    together = set(here[1]["events"][ours]) & set(there[1]["events"][theirs])
    return "same event" if together else "another point"


def main(binary: str, clusters: str, rule: str = CONFLICT) -> None:
    rows = [json.loads(line) for line in Path(clusters).read_text(encoding="utf-8").splitlines()]
    found = list(alarms(Path(binary), rows, rule))
    for alarm in found:
        print(f"{alarm.judged}, {alarm.severity}: {alarm.message}\n    {alarm.ours}\n    {alarm.theirs}\n")
    print(Counter(alarm.judged for alarm in found).most_common())


if __name__ == "__main__":
    main(*sys.argv[1:])
