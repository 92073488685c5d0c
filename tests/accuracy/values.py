"""Quantities and time expressions of `presscheck annotate`, in the records that the scorers read.

    python3 tests/accuracy/values.py quantities PRESSCHECK GOLD > PREDICTIONS
    python3 tests/accuracy/values.py times PRESSCHECK GOLD > PREDICTIONS

GOLD is a file of labelled data, JSON Lines with `id`, `text` and, for times, `dct`, the date of
writing. One record comes out for each line of it. Standard library only.
"""

import hashlib
import json
import subprocess
import sys

# The labelled quantities keep two signs for both kinds of bound.
MODIFIERS = {">=": ">", "<=": "<"}
UNITS = {"percent": "percentage", "pound": "pound-mass", "tonne": "metric ton"}


def annotate(binary, records):
    """Annotations of `records` (dictionaries with doc_id, text and perhaps date), in order."""
    lines = "".join(json.dumps(record) + "\n" for record in records)
    run = subprocess.run([binary, "annotate", "-"], input=lines, capture_output=True, text=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def half(identity):
    """0 or 1, fixed for each record: rules are written while looking at half 0 only."""
    return int(hashlib.sha256(identity.encode()).hexdigest(), 16) % 2


def predict_quantities(binary, gold_path):
    """Records of the form {id, quantities: [{value, unit, modifier}]}."""
    gold = read(gold_path)
    found = annotate(binary, [{"doc_id": row["id"], "text": row["text"]} for row in gold])
    return [
        {"id": row["id"], "quantities": [q for q in map(quantity, pairs(row["text"], note)) if q]}
        for row, note in zip(gold, found)
    ]


def pairs(text, note):
    """The quantities of one record. The labels join the two ends of a change into a range: "fell from 75 to 46"."""
    joined = []
    for found in note.get("quantities", []):
        before = joined[-1] if joined else None
        if before and before["role"] == "before" and before["upper"] is None:
            between = text[before["span"][1] : found["span"][0]].split()
            if len(between) < 5 and between[-1:] == ["to"]:
                joined[-1] = {**found, "value": before["value"], "upper": found["value"], "modifier": "="}
                continue
        joined.append(found)
    return joined


def quantity(found):
    """One quantity as NewsQuant writes it, or None for what it does not label."""
    if found["measure"] == "ordinal" or (found["vague"] and not found["upper"]):
        return None
    value = found["value"]
    if found["upper"] is not None:
        # The labels read the dash of a range as a minus.
        value = [value, -found["upper"]]
    unit = found["unit"] or found["counts"] or "-"
    if found["unit"] == "person":
        unit = found["counts"] or "-"
    if found["measure"] == "age":
        unit += " of age"
    if found["per"]:
        unit += " per " + found["per"]
    unit = UNITS.get(unit, unit)
    return {"value": value, "unit": unit, "modifier": MODIFIERS.get(found["modifier"], found["modifier"])}


def predict_times(binary, gold_path):
    """Records of the form {id, spans: [{s, e, type, value}]}."""
    gold = read(gold_path)
    found = annotate(binary, [{"doc_id": row["id"], "text": row["text"], "date": row["dct"][:10]} for row in gold])
    return [
        {
            "id": row["id"],
            "spans": [
                {"s": time["span"][0], "e": time["span"][1], "type": time["type"], "value": time["value"]}
                for time in note.get("times", [])
            ],
        }
        for row, note in zip(gold, found)
    ]


def read(path):
    """Records of a file of JSON Lines."""
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main():
    """Prints predictions as JSON Lines."""
    if len(sys.argv) != 4 or sys.argv[1] not in ("quantities", "times"):
        sys.exit(__doc__)
    kind, binary, gold = sys.argv[1:]
    for row in (predict_quantities if kind == "quantities" else predict_times)(binary, gold):
        print(json.dumps(row, ensure_ascii=False))


if __name__ == "__main__":
    main()
