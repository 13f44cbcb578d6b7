"""Who made a law that limits somebody: "passed *a law that bans* foreign firms" is done by whoever passed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.parties import Party

if TYPE_CHECKING:
    from relgraph.frames import Frame
    from relgraph.pipeline.denoting.denotation import Denoter
    from relgraph.pipeline.nlp.parse import Token

_THAT_CLAUSE = frozenset({"ccomp", "xcomp"})


def lawmakers(denoter: Denoter, verb: Token, frame: Frame) -> list[Party]:
    """Return whose law, decree or the like the subject of a verb of restraint is, or who passes, issues or uses it."""
    if not frame.type.startswith("restrains."):
        return []
    for argument in denoter.syntax.subjects(verb):
        if (user := _user(denoter, argument.token)) is not None:
            return _doers(denoter, user)
        law = _meant(denoter, argument.token)
        if law is not None:
            found = denoter.owners(law, allow_of=False) or denoter.borrowed(law) or denoter.denote(law)
            return found or _hoping(denoter, verb) or _repealing(denoter, law)
    return []


def _user(denoter: Denoter, subject: Token) -> Token | None:
    """Return the verb by which something is used for it: "*saw* the pact as a way to contain Chile"."""
    as_ = subject.head
    tool = subject.base in denoter.words["nouns.instrument"] and as_.lower_ == "as"
    return as_.head if tool and as_.head.pos_ == "VERB" else None


def _hoping(denoter: Denoter, verb: Token) -> list[Party]:
    """Return who hopes for what a measure does to another: "*Peru* hoped that sanctions would weaken Chile"."""
    intending = verb.dep_ in _THAT_CLAUSE and verb.head.lemma_ in denoter.words["verbs.intending"]
    return _doers(denoter, verb.head) if intending else []


def _repealing(denoter: Denoter, law: Token) -> list[Party]:
    """Return who does away with a law, whosever it was: "*Chad* scrapped a rule that kept Malians out"."""
    ended = law.dep_ == "dobj" and law.head.lemma_ in denoter.words["verbs.ending"]
    return _doers(denoter, law.head) if ended else []


def _doers(denoter: Denoter, verb: Token) -> list[Party]:
    return [party for argument in denoter.syntax.subjects(verb) for party in denoter.parties(argument)]


def _meant(denoter: Denoter, subject: Token) -> Token | None:
    """Return the measure that a subject is or comes back to: "the effect of *the tariff* was that *it* hurt Chile"."""
    if is_measure(denoter, subject):
        return subject
    if subject.lower_ != "it" or subject.i in denoter.references:
        return None
    before = [denoter.doc[i] for i in range(subject.sent.start, subject.i)]
    measures = [token for token in before if is_measure(denoter, token)]
    return measures[0] if len(measures) == 1 else None


def is_measure(denoter: Denoter, noun: Token) -> bool:
    """Tell whether a noun is a law, decree or measure, not the name of one who acts."""
    lemma, words = noun.base, denoter.words
    made = lemma in denoter.lexicon.measures or lemma in words["nouns.law"] or lemma in words["nouns.bargain"]
    return made and noun.pos_ == "NOUN" and noun.i not in denoter.mention_at
