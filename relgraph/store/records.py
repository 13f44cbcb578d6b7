"""What a store remembers of the inputs that its documents came from, so that a run can go on where it stopped."""

from __future__ import annotations

from typing import Literal

from relgraph.model import Value

Outcome = Literal["read", "copy", "skipped"]
"""What became of an input: a document of its own, a further copy of one, or nothing."""


class InputRecord(Value):
    """One input of a run and what became of it.

    Attributes:
        name: Where it was found: ``news/a.pdf``, ``dump.zip!/b.html``.
        fingerprint: What it is recognised by when it comes again.
        outcome: Whether it was read, is a copy or was skipped.
        document: The id of the document that it is or copies.
        note: Why it was skipped, or what of it was left out.
        signature: What near copies of it are recognised by.
        settings: What read it, and how.
    """

    name: str
    fingerprint: str
    outcome: Outcome
    document: str | None = None
    note: str | None = None
    signature: bytes | None = None
    settings: str | None = None
