"""The figures of the accuracy table: which data, which predictions, which scorer.

Data and scorers come from a folder outside this repository; peers are the best measured tools that others have built,
goals are what presscheck aims at. Points are percentages, alarms are per 1,000 pairs that agree or speak of different things.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import crossref
import newsrooms
import stories
import values
from table import Row


def attribution(binary: Path, data: Path) -> Iterator[Row]:
    """Who says what, on articles of the PolNeAR corpus."""
    scorer, articles = annotated(binary, data)
    score = scorer.score([(gold, ours) for _, gold, ours in articles])
    on = "PolNeAR dev"
    yield Row("quoted words and their speaker", on, "F1", points(score["quote+head"]["F"]), 74.9, 88)
    yield Row("quoted words", on, "F1", points(score["direct"]["ov80"]["F"]), None, 97)
    yield Row("quoted words, four and more", on, "F1", points(score["direct"]["ov80_4w"]["F"]), None, 98.5)
    yield Row("sentence is sourced", on, "F1", points(score["sentences"]["half_sourced"]["F"]), 77.7, 86)
    yield Row("words of attributions", on, "F1", points(score["spans"]["content"]["token"]["F"]), 83.5, 87)
    yield Row("words of sources", on, "F1", points(score["spans"]["source"]["token"]["F"]))


def annotated(binary: Path, data: Path) -> tuple[ModuleType, list[tuple]]:
    """The scorer, and for each labelled article its record and two documents of the scorer: the labels and ours."""
    gold = data / "attribution" / "polnear.dev.jsonl"
    scorer = load(data / "attribution" / "score.py")
    with tempfile.NamedTemporaryFile() as system, open(gold, "rb") as articles:
        subprocess.run([binary, "annotate", "-"], stdin=articles, stdout=system, check=True)
        return scorer, list(scorer.load(gold, system.name))


def across_outlets(binary: Path, data: Path) -> Iterator[Row]:
    """The same point in two outlets, and where they differ."""
    folder = data / "crossref"
    scorer = load(folder / "score.py")

    def gold(name: str, **wanted: str) -> list[dict]:
        return scorer.filt(scorer.rd(folder / f"{name}.jsonl"), wanted)

    def conflicts(pairs: list[dict]) -> dict:
        return scorer.conflict(pairs, list(crossref.conflict(binary, pairs)), {})

    clusters = gold("ecb.clusters", split="dev")
    retrieved = scorer.retrieve(clusters, list(crossref.retrieve(binary, clusters)), {})
    yield Row("same point, best sentence", "ECB+ dev", "P@1", points(retrieved["P_at_1"]), 75.0, 80)
    yield Row("same point, best sentence", "ECB+ dev", "MRR", points(retrieved["MRR"]))

    seen = list(crossref.shown(binary, clusters))
    right = sum(row["right"] for row in seen)
    yield Row("same point, on hover", "ECB+ dev", "precision", points(right / max(1, sum(row["shown"] for row in seen))))
    yield Row("same point, on hover", "ECB+ dev", "recall", points(right / sum(row["there"] for row in seen)))

    on = "ECB+ dev, two events of a kind"
    yield from one_story("articles in pairs", on, stories.of_pairs(binary, clusters), f1=92)
    yield from one_story("in a newsroom", on, stories.of_topics(binary, clusters), f1=92)
    events = data.parent / "newsroom-real"
    if not events.is_dir():
        print(f"the newsroom of real articles is not here ({events}): its rows are skipped")
    for on, dated in [("real newsroom, undated", False), ("real newsroom, dated", True)] if events.is_dir() else []:
        yield from one_story("in a newsroom", on, stories.of_events(binary, events, dated), precision=99, recall=95)

    pairs = gold("ecb.pairs", split="dev")
    aligned = scorer.align(pairs, list(crossref.align(binary, pairs)), {})
    yield Row("same point, pairs", "ECB+ dev", "average precision", points(aligned["AP"]))

    numbers = gold("ecb_numbers.conflict")
    found = conflicts(numbers)
    on = f"ECB+ numbers, {found['conflicts']} conflicts"
    yield Row("conflicting numbers", on, "recall", points(found["R"]))
    yield alarms("conflicting numbers", on, found["false_per_1000_agree"], goal=2)

    silent = [
        ("ecb-same", "ECB+ same point", "false_per_1000_agree", 2.6, 1),
        ("ecb-related", "ECB+ same story, other point", "false_per_1000_neutral", 1.0, None),
        ("ecb-sibling", "ECB+ sibling events", "false_per_1000_neutral", 6.7, 0.5),
        ("mrpc_train", "MRPC equivalent", "false_per_1000_agree", 21.0, None),
    ]
    for src, on, key, peer, goal in silent:
        yield alarms("silent where none conflicts", on, conflicts(gold("silent.conflict", src=src))[key], peer, goal)

    yield from in_newsrooms(binary, scorer.rd(folder / "ecb.clusters.jsonl"))

    for name, on in [("rte3", "RTE-3"), ("sick", "SICK")]:
        found = conflicts(gold(f"{name}.conflict"))
        on = f"{on}, {found['conflicts']} contradictions"
        yield Row("contradictions of any kind", on, "precision", points(found["P"]))
        yield Row("contradictions of any kind", on, "recall", points(found["R"]))


def one_story(given: str, on: str, told: Iterator[stories.Told], **goals: float) -> Iterator[Row]:
    """Which articles are taken to tell one story, judged pair by pair."""
    for measure, value in stories.score(list(told))._asdict().items():
        name = "F1" if measure == "f1" else measure
        yield Row(f"one story, {given}", on, name, points(value), None, goals.get(measure))


def in_newsrooms(binary: Path, clusters: list[dict]) -> Iterator[Row]:
    """Conflicts that `check` raises where articles on two events of a kind lie in one folder, train and dev."""
    judged = Counter(alarm.judged for alarm in newsrooms.alarms(binary, clusters))
    sentences = sum(len(article["sents"]) for row in clusters for article in row["articles"])
    what, on = "conflicts in mixed newsrooms", "ECB+ topics"
    labelled = judged.total() - judged["unlabelled"]
    yield Row(what, on, "on one event, of labelled", points(judged["same event"] / max(1, labelled)))
    yield Row(what, on, "on one event, count", judged["same event"])
    another = 1000 * judged["another event"] / sentences
    yield alarms(what, on, another)._replace(measure="on another event, per 1,000 sentences")


def quantities_and_times(binary: Path, data: Path) -> Iterator[Row]:
    """Numbers with their units, and expressions of time."""
    folder = data / "crossref"
    scorer = load(folder / "score.py")

    source = folder / "quantities.jsonl"
    gold = [row for row in scorer.rd(source) if row["src"] == "NewsQuant"]
    predicted = values.predict_quantities(binary, source)
    # The rules were written while looking at one half; the other is the honest one.
    unseen = [row for row in gold if values.half(row["id"])]
    for rows, on, peers in [(gold, "NewsQuant", (92.0, 88.1)), (unseen, "NewsQuant, unseen half", (None, None))]:
        score = scorer.quant(rows, predicted, {})
        yield Row("quantities, value", on, "F1", points(score["value"]["F"]), peers[0], 93)
        yield Row("quantities, value and modifier", on, "F1", points(score["value+modifier"]["F"]), peers[1], 89)

    source = folder / "timex.jsonl"
    score = scorer.timex(scorer.rd(source), values.predict_times(binary, source), {})
    yield Row("times, exact words", "TimeBank", "F1", points(score["strictF1"]), 81, 85)
    yield Row("times, value", "TimeBank", "F1", points(score["valueF1"]), 78, 80)


def alarms(what: str, on: str, value: float, peer: float | None = None, goal: float | None = None) -> Row:
    """A row of false alarms."""
    return Row(what, on, "alarms per 1,000", value, peer, goal, lower_is_better=True)


def points(share: float) -> float:
    """A share of 1 in points."""
    return 100 * share


def load(path: Path) -> ModuleType:
    """The scorer in a file; two of them have the same name."""
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}_score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
