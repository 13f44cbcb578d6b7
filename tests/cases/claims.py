"""What a text must and must not say, in one line each: "Iran restrains Hezbollah", "* fights Iran negated".

A line is source, type or family, target, and how it is said: `affirmed` or `negated`; modalities, joined by `|`; `says`
with or without the name of who says so; or `asserted`: affirmed, actual and in the text's own voice. `*` is anyone.
"""

from dataclasses import dataclass
from typing import Literal, get_args

import relgraph as rg
from relgraph.model import Modality

FAMILIES = ("cooperates", "disputes", "restrains", "fights", "affiliated")
MODALITIES = get_args(Modality)
Polarity = Literal["affirmed", "negated"]


class Fact:
    """A relation with all the names and ids that its two ends go by, from the actor named up to its country."""

    def __init__(self, relation: rg.Relation, found: rg.Extraction) -> None:
        actors = {actor.id: actor for actor in found.actors}

        def names(id_: str | None) -> set[str]:
            result = set()
            while id_ is not None:
                result |= {actors[id_].name, id_}
                id_ = actors[id_].parent
            return result

        self.relation = relation
        self.source, self.target = names(relation.source.actor), names(relation.target.actor)

    def __str__(self) -> str:
        one = self.relation
        by = f" says {one.attribution.name}" if one.attribution else ""
        return f"{one.source.actor} {one.type} {one.target.actor} {one.polarity} {one.modality}{by}"


@dataclass(frozen=True)
class Claim:
    """One line; what is None is left open."""

    source: str
    type: str
    target: str
    polarity: str | None = None
    modalities: tuple[str, ...] = ()
    attributed: bool | None = None
    speaker: str | None = None

    def holds(self, fact: Fact) -> bool:
        one = fact.relation
        speaker = one.attribution.name if one.attribution else None
        return (
            self._type_fits(one.type)
            and self._ends_fit(fact)
            and self.polarity in (None, one.polarity)
            and (not self.modalities or one.modality in self.modalities)
            and self.attributed in (None, speaker is not None)
            and self.speaker in (None, speaker)
        )

    def _type_fits(self, type_: str) -> bool:
        return self.type in ("*", type_, type_.partition(".")[0])

    def _ends_fit(self, fact: Fact) -> bool:
        def fits(source: set[str], target: set[str]) -> bool:
            return (self.source == "*" or self.source in source) and (self.target == "*" or self.target in target)

        return fits(fact.source, fact.target) or (fact.relation.symmetric and fits(fact.target, fact.source))


def claim(line: str, *, plain: bool) -> Claim:
    """Read a line; `plain` says that what it leaves open is affirmed, actual and in the text's own voice."""
    words = line.split()
    at = next(i for i, word in enumerate(words) if i and (word.partition(".")[0] in FAMILIES or word == "*"))
    end = len(words)
    speaker: str | None = None
    attributed: bool | None = False if plain else None
    if "says" in words:
        end = words.index("says")
        speaker, attributed = " ".join(words[end + 1 :]) or None, True
    polarity: str | None = "affirmed" if plain else None
    modalities: tuple[str, ...] = ("actual",) if plain else ()
    while end > at + 2:
        mark = words[end - 1]
        if mark == "asserted":
            polarity, modalities, attributed = "affirmed", ("actual",), False
        elif mark in get_args(Polarity):
            polarity = mark
        elif set(mark.split("|")) <= set(MODALITIES):
            modalities = tuple(mark.split("|"))
        else:
            break
        end -= 1
    ends = " ".join(words[:at]), " ".join(words[at + 1 : end])
    return Claim(ends[0], words[at], ends[1], polarity, modalities, attributed, speaker)


def facts(found: rg.Extraction) -> list[Fact]:
    """Return the relations of an extraction as facts."""
    return [Fact(relation, found) for relation in found.relations]


def broken(found: rg.Extraction, must: tuple[str, ...] = (), never: tuple[str, ...] = ()) -> list[str]:
    """Return what is missing and what should not be there, each as a line."""
    seen = facts(found)
    missing = [f"missing: {line}" for line in must if not any(claim(line, plain=True).holds(one) for one in seen)]
    wrong = [f"wrong ({line}): {one}" for line in never for one in seen if claim(line, plain=False).holds(one)]
    return [*missing, *wrong, *([f"there is: {one}" for one in seen] if missing else [])]
