"""How something is said: whether it is denied, how real it is and who says so, with the words that make it so."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relgraph.model import Modality, Polarity
from relgraph.pipeline.qualifying.attribution import Speaker

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token

_RANK: dict[Modality, int] = {"actual": 0, "intended": 1, "possible": 2, "conditional": 3}


@dataclass(slots=True)
class Context:
    """How something is said, with the reasons for every reading that is not the plain one.

    `denies_help_only` holds where words further up deny only that somebody is helped: "did not help Chad *defeat* it".
    """

    negated: bool = False
    modality: Modality = "actual"
    speaker: Speaker | None = None
    reasons: list[str] = field(default_factory=list)
    denies_help_only: bool = False

    @property
    def polarity(self) -> Polarity:
        """The polarity as the model writes it."""
        return "negated" if self.negated else "affirmed"

    def flip(self, why: Token) -> None:
        """Turn the polarity round because of a word; the aim of help that is not given is an aim all the same."""
        if self.denies_help_only:
            self.raise_to("intended", why)
            return
        self.negated = not self.negated
        self.reasons.append(f"{why.text!r} negates")

    def raise_to(self, modality: Modality, why: Token) -> None:
        """Take a modality because of a word, unless a stronger one holds already."""
        if _RANK[modality] > _RANK[self.modality]:
            self.modality = modality
            self.reasons.append(f"{why.text!r} makes it {modality}")

    def attribute(self, speaker: Speaker | None, why: Token) -> None:
        """Take a speaker unless a nearer one is known."""
        if self.speaker is None and speaker is not None:
            self.speaker = speaker
            self.reasons.append(f"{why.text!r} says who says so")
