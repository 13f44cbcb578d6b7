"""Who made a law that limits somebody: "passed *a law that bans* foreign firms" is done by whoever passed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.frames import Frame
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token


def lawmakers(denoter: Denoter, verb: Token, frame: Frame) -> list[Party]:
    """Return whose law, decree or the like the subject of a verb of restraint is, or who passes or issues it."""
    if not frame.type.startswith("restrains."):
        return []
    for argument in denoter.syntax.subjects(verb):
        law = argument.token
        if law.base in denoter.words["nouns.law"] and law.i not in denoter.mention_at:
            return denoter.owners(law, allow_of=False) or denoter.borrowed(law)
    return []
