"""Scores whom presscheck takes for the speaker, on the excerpts in `speakers/`, whose README explains their marks."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from table import Row

FOLDER = Path(__file__).resolve().parent / "speakers"

# An attribution is found where it covers this share of the labelled words.
FOUND = 0.5

OPENS = re.compile(r"([<{])(\d+) ")
LABEL = re.compile(r"  (\d+) (\w+)(, reason given)?(?:, via ([^:]+))?: (.+)")


class Label(NamedTuple):
    """One labelled attribution; `words` are the code points of the text that are somebody's."""

    words: frozenset[int]
    kind: str
    reason: bool
    via: str | None
    speakers: list[str]


class Found(NamedTuple):
    """One attribution of presscheck's."""

    words: frozenset[int]
    kind: str | None
    reason: bool
    via: str | None
    speaker: str | None


class Pair(NamedTuple):
    """A label and what was found for it."""

    text: str
    label: Label
    found: Found | None

    @property
    def right(self) -> bool:
        """Whether it is the right speaker."""
        return self.found is not None and names(self.label, self.found)

    @property
    def kind_right(self) -> bool:
        """Whether it is the right kind of source, with the reason where one is given."""
        found = self.found
        return found is not None and (self.label.kind, self.label.reason) == (found.kind, found.reason)


def rows(binary: Path) -> Iterator[Row]:
    """The figures of both halves."""
    for half in ("tuning", "unseen"):
        pairs, extra, named = measured(binary, half)
        on = f"our own, {half} half"
        quoted = [p for p in pairs if is_quoted(p.text, p.label)]
        met = [p for p in pairs if p.found]
        yield Row("speaker, resolved", on, "right of labelled", share(p.right for p in pairs), goal=92)
        yield Row("speaker, resolved", on, "right where found", share(p.right for p in met))
        yield Row("speaker, resolved", on, "right of quotations", share(p.right for p in quoted))
        yield Row("speaker, resolved", on, "right of named", 100 * (1 - len(extra) / max(named, 1)))
        yield Row("kind of source", on, "right where found", share(p.kind_right for p in met))


def measured(binary: Path, half: str) -> tuple[list[Pair], list[tuple[str, Found]], int]:
    """Labels with what was found for them; what was found and is nobody's or another's; how many speakers were named."""
    articles = [(path.stem, *read(path)) for path in sorted((FOLDER / half).glob("*.txt"))]
    records = "".join(json.dumps({"doc_id": name, "text": text}) + "\n" for name, text, _ in articles)
    out = subprocess.run([binary, "annotate", "-"], input=records.encode(), stdout=subprocess.PIPE, check=True).stdout
    pairs, extra, named = [], [], 0
    for (_, text, labels), line in zip(articles, out.decode().splitlines(), strict=True):
        found = [one(text, attribution) for attribution in json.loads(line)["attributions"]]
        pairs += [Pair(text, label, best(label, found)) for label in labels]
        speaking = [f for f in found if f.speaker]
        named += len(speaking)
        extra += [(text, f) for f in speaking if not any(meets(label, f) and names(label, f) for label in labels)]
    return pairs, extra, named


def read(path: Path) -> tuple[str, list[Label]]:
    """The clean text of an excerpt, and its labels in order."""
    text, labels = "", []
    for paragraph in path.read_text(encoding="utf-8").strip().split("\n\n"):
        body, *lines = paragraph.split("\n")
        words: dict[str, set[int]] = {}
        clean, at, stack = "", 0, []
        while at < len(body):
            if opens := OPENS.match(body, at):
                stack.append(opens[2] if opens[1] == "<" else None)
                at = opens.end()
                continue
            if body[at] in ">}":
                stack.pop()
            else:
                if body[at].isalnum():
                    for number in filter(None, stack):
                        words.setdefault(number, set()).add(len(text) + len(clean))
                clean += body[at]
            at += 1
        for line in lines:
            number, kind, reason, via, speakers = LABEL.fullmatch(line).groups()
            labels.append(Label(frozenset(words[number]), kind, bool(reason), via, speakers.split(" = ")))
        text += clean + "\n\n"
    return text, labels


def one(text: str, attribution: dict) -> Found:
    """An attribution of presscheck's output."""
    words = frozenset(i for start, end in attribution["content"] for i in range(start, end) if text[i].isalnum())
    reason = attribution.get("reason_given", False)
    return Found(words, attribution["source_kind"], reason, attribution["via"], attribution["speaker"])


def best(label: Label, found: list[Found]) -> Found | None:
    """The tightest attribution that has most of the labelled words."""
    holds = [f for f in found if len(f.words & label.words) >= FOUND * len(label.words)]
    return min(holds, key=lambda f: len(f.words), default=None)


def meets(label: Label, found: Found) -> bool:
    """Whether the two are about the same words."""
    return len(label.words & found.words) >= FOUND * min(len(label.words), len(found.words))


def names(label: Label, found: Found) -> bool:
    """Whether the speaker found is the one labelled."""
    return plain(found.speaker) in map(plain, label.speakers)


def plain(name: str | None) -> str:
    """A name without its article, its case and the shape of its apostrophe."""
    return re.sub(r"^(the|an?) ", "", (name or "").casefold().replace("’", "'"))


def is_quoted(text: str, label: Label) -> bool:
    """Whether all the words stand in quotation marks, as far as the first of them tells."""
    return text[min(label.words) - 1] in "“‘«„\"" or text[min(label.words) - 2 : min(label.words)] == "« "


def share(flags: Iterator[bool]) -> float:
    """Points of a hundred that are true."""
    flags = list(flags)
    return 100 * sum(flags) / max(len(flags), 1)


def said(text: str, words: frozenset[int]) -> str:
    """The words on one line."""
    return " ".join(text[min(words) : max(words) + 1].split()) if words else ""


def print_errors(binary: Path) -> None:
    """Prints what is wrong in the tuning half."""
    pairs, extra, _ = measured(binary, "tuning")
    for text, label, found in pairs:
        got = found and (found.kind, found.reason, found.via)
        if got == (label.kind, label.reason, label.via) and names(label, found):
            continue
        print(said(text, label.words))
        print(f"    label: {described(label)}: {' = '.join(label.speakers)}")
        print(f"    found: {described(found)}: {found.speaker}\n" if found else "    not found\n")
    for text, found in extra:
        print(f"{said(text, found.words)}\n    not labelled so: {described(found)}: {found.speaker}\n")


def described(what: Label | Found) -> str:
    """The kind of a source, as the labels write it."""
    return f"{what.kind}{', reason given' * what.reason}{f', via {what.via}' if what.via else ''}"
