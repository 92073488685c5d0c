#!/usr/bin/env python3
"""Cross-outlet comparison on labelled data: runs `presscheck compare -` and writes prediction rows.

    crossref.py BINARY DATA [--split=dev] [SET ...]

DATA is the folder with `*.pairs.jsonl`, `*.conflict.jsonl` and `ecb.clusters.jsonl`. Each function
yields the prediction rows that the scorer of that data expects. Standard library only.
"""
import itertools, json, os, subprocess, sys, tempfile


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def compare(binary, records, *options):
    """Answers of `presscheck compare -` in the order of `records`."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)
        file.seek(0)
        command = [binary, "compare", "-", *options]
        with subprocess.Popen(command, stdin=file, stdout=subprocess.PIPE) as process:
            for line in process.stdout:
                yield json.loads(line)


def document(sentences):
    """One paragraph a sentence, with the offset at which each begins."""
    return "\n".join(sentences), list(itertools.accumulate((len(s) + 1 for s in sentences), initial=0))


def line_at(starts, offset):
    return next(i for i in range(len(starts) - 1) if starts[i] <= offset < starts[i + 1])


def retrieve(binary, clusters):
    """For each labelled sentence of an article, the sentences of another one, best first."""
    wanted = [
        (a, b) for c in clusters for a, b in itertools.permutations(c["articles"], 2)
        if set(sum((a["events"][i] for i in a["labelled"]), [])) & set(sum((b["events"][i] for i in b["labelled"]), []))
    ]
    records = ({"id": i, "a": document(a["sents"])[0], "b": document(b["sents"])[0]} for i, (a, b) in enumerate(wanted))
    for (a, b), answer in zip(wanted, compare(binary, records, "--gate=off")):
        here, there = document(a["sents"])[1], document(b["sents"])[1]
        best = {}
        for pair in answer["pairs"]:
            ranks = best.setdefault(line_at(here, pair["a"][0]), {})
            line = line_at(there, pair["b"][0])
            ranks[line] = max(ranks.get(line, 0.0), pair["score"])
        for i in a["labelled"]:
            ranked = sorted(best.get(i, {}).items(), key=lambda item: (-item[1], item[0]))
            yield {"q": f'{a["doc"]}#{i}', "other": b["doc"], "ranked": [line for line, _ in ranked]}


def shown(binary, clusters):
    """For each labelled sentence of an article and each other article: whether a hover shows a labelled sentence of it,
    whether that makes the same point, and whether there is one that does."""
    wanted = [(a, b) for c in clusters for a, b in itertools.permutations(c["articles"], 2)]
    records = ({"id": i, "a": document(a["sents"])[0], "b": document(b["sents"])[0]} for i, (a, b) in enumerate(wanted))
    for (a, b), answer in zip(wanted, compare(binary, records, "--gate=off")):
        here, there = document(a["sents"])[1], document(b["sents"])[1]
        found = {}
        for pair in answer["pairs"]:
            if pair["shown"]:
                found.setdefault(line_at(here, pair["a"][0]), set()).add(line_at(there, pair["b"][0]))
        for i in a["labelled"]:
            same = {j for j in b["labelled"] if set(a["events"][i]) & set(b["events"][j])}
            judged = found.get(i, set()) & set(b["labelled"])
            yield {"shown": bool(judged), "right": bool(judged & same), "there": bool(same)}


def align(binary, pairs):
    """How alike two sentences are."""
    for pair, answer in zip(pairs, compare(binary, pairs, "--gate=off")):
        yield {"id": pair["id"], "score": max((p["score"] for p in answer["pairs"]), default=0.0)}


def conflict(binary, pairs, gate="off", severities=("conflict", "update")):
    """Whether two sentences are said to differ."""
    for pair, answer in zip(pairs, compare(binary, pairs, f"--gate={gate}")):
        found = [d for p in answer["pairs"] for d in p["differences"] if d["severity"] in severities]
        yield {
            "id": pair["id"], "conflict": bool(found),
            "kind": found[0]["kind"] if found else None, "why": [d["why"] for d in found],
        }


SETS = {
    "retrieve": ("ecb.clusters", retrieve),
    "align": ("ecb.pairs", align),
    "mrpc": ("mrpc.pairs", align),
    "superpal": ("superpal.pairs", align),
    "silent": ("silent.conflict", conflict),
    "numbers": ("ecb_numbers.conflict", conflict),
    "sick": ("sick.conflict", conflict),
    "rte3": ("rte3.conflict", conflict),
}


def main(binary, data, *arguments):
    split = next((a[len("--split="):] for a in arguments if a.startswith("--split=")), None)
    out = next((a[len("--out="):] for a in arguments if a.startswith("--out=")), ".")
    for name in [a for a in arguments if not a.startswith("--")] or SETS:
        file, predict = SETS[name]
        gold = [row for row in read(os.path.join(data, file + ".jsonl")) if not split or row.get("split") == split]
        with open(os.path.join(out, name + ".jsonl"), "w", encoding="utf-8") as output:
            for row in predict(binary, gold):
                output.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
