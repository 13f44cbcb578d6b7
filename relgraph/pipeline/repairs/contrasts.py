"""What is told of by contrast: "stayed neutral *rather than join* NATO"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.nlp.parse import hang

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Doc

_INSTEAD = ("rather", "sooner")


def part_contrasts(doc: Doc) -> None:
    """Hang what somebody did not do on "than", not beside what was done: "chose to talk rather than *attack* Chad"."""
    for than in doc.occurrences(("than",)):
        if than.i == 0 or than.nbor(-1).lower_ not in _INSTEAD or than.dep_ != "cc":
            continue
        done = than.head
        undone = next((child for child in done.rights if child.dep_ == "conj" and child.i > than.i), None)
        if undone is not None and undone.pos_ == "VERB" and undone.tag_ in ("VB", "VBP", "VBG"):
            hang(than, done, "prep")
            hang(undone, than, "pcomp")
