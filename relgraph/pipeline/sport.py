"""Sport, which speaks of nations that meet, clash and beat each other: no politics."""

from __future__ import annotations

from collections.abc import Sequence

from relgraph.pipeline.words import Words

_LEAST = 2
_SHARE = 0.006

POLITICAL = frozenset(
    {
        "restrains.sanctions",
        "disputes.accuses",
        "disputes.demands",
        "disputes.protests",
        "disputes.rejects",
        "disputes.threatens",
    }
)
"""Types that are meant as said in sport, too: boycotts, bans, protests."""


def is_about_sport(lowers: Sequence[str], words: Words) -> bool:
    """Tell whether a text (its words in lower case) is about sport: several words of it that mean nothing else."""
    found = [lower for lower in lowers if lower in words["sport.words"]]
    return len(set(found)) >= _LEAST and len(found) >= _SHARE * len(lowers)
