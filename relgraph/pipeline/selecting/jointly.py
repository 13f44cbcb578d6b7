"""What two do side by side, each of them does: "Kurds fought Daesh *alongside Iraqi troops*"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relgraph.pipeline.candidates import Candidate
    from relgraph.pipeline.cast import Cast

_TOGETHER = frozenset({"cooperates.collaborates/act-alongside", "cooperates.collaborates/do-jointly"})
_SHARED = ("fights.", "restrains.")
_DOUBT = ("who acts alongside does the same", 0.95)


def done_jointly(found: Sequence[Candidate], cast: Cast, is_denied: Callable[[Candidate], bool]) -> Iterator[Candidate]:
    """Yield what is done by force once more, for him who does it alongside.

    What `is_denied` is denied of one of the two: "denied that its men had fought alongside the rebels".
    """
    together = [one for one in found if one.frame.name in _TOGETHER]
    for deed in found if together else ():
        if deed.symmetric or not deed.type.startswith(_SHARED):
            continue
        for act in together:
            ends = {act.source.actor: act.target, act.target.actor: act.source}
            other = ends.get(deed.source.actor)
            if act.trigger.i != deed.trigger.i or other is None or is_denied(deed):
                continue
            if cast.root(other.actor) != cast.root(deed.target.actor):
                yield replace(deed, source=other, doubts=[*deed.doubts, _DOUBT])
