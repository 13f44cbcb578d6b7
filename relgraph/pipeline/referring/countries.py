"""Which countries nouns for one mean: "the country", "that state", "the Andean nation", "the NATO ally"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relgraph.pipeline.cast import STATES
from relgraph.pipeline.parties import Party
from relgraph.pipeline.referring.antecedents import History
from relgraph.pipeline.referring.domestic import DomesticResolver
from relgraph.pipeline.referring.latest import acting, last, last_of, only_other
from relgraph.pipeline.referring.several import determined, marked

if TYPE_CHECKING:
    from relgraph.pipeline.nlp.parse import Token
    from relgraph.pipeline.nlp.spans import Span

_SHARED = frozenset({"common", "mutual", "shared", "joint"})


class CountryNouns:
    """Resolves nouns for countries and their governments of one parsed text."""

    def __init__(self, history: History, domestic: DomesticResolver) -> None:
        """`domestic` says whose a state's bodies are."""
        self._denoter = history.denoter
        self._words = self._denoter.words
        self._history = history
        self._domestic = domestic
        self._regions = {name.partition(".")[2]: self._words[name] for name in self._words.names("regions.")}
        self._regimes = {
            word: actor for word, actor in self._words.entries("regimes.known") if actor in self._denoter.cast
        }

    def meant(self, noun: Token, lemma: str, modified: list[Token], sentence: Span) -> list[Party]:
        """Return whom "the country" or "the regime" means."""
        if any(child.tag_ == "NNP" or child.text[0].isupper() for child in modified):
            return []  # "the Mengistu regime": of whom the name says, if it is known
        if any(child.tag_ == "JJR" or child.lower_ in self._words["adjectives.of_another"] for child in modified):
            return []  # "thanked the host nation", "the smaller country"
        ruling = lemma in self._words["nouns.ruling"]
        judged = any(child.lower_ not in self._words["adjectives.entire"] for child in modified)
        if judged and not ruling and (host := self._domestic.spoken.visited(noun, sentence)) is not None:
            # of his own country a guest says it less: "On a visit to Malawi, the king promised *the poor country* help"
            return marked([Party(host, noun.i, noun.i + 1, "description")], noun, "the country visited")
        named = self._pointed_at(noun, sentence) or last(self._history, noun, sentence, STATES, rather_subject=ruling)
        if not all(self._is_in_region(party, noun) for party in named):
            return []
        if not ruling:
            return marked(named, noun, "the country named last")
        foremost = [party for party in named if self._domestic.spoken.is_foremost(party)]
        tyranny = lemma in self._words["nouns.tyrannies"]  # so nobody calls his own government
        apart = acting(self._history, noun) | self._history.voices if tyranny else set()
        found = self._domestic.ruling(noun, sentence, apart) or foremost
        return marked([party for party in found if party.actor not in apart], noun, "its government")

    def _is_in_region(self, country: Party, noun: Token) -> bool:
        """Tell whether a country may be what a noun and the words before it say: "the *oil-rich* nation"."""
        spoken = [word for word in self._denoter.lowers[noun.left_edge.i : noun.i] if word != "-"]
        kinds = ("_".join(spoken[-2:]), "_".join(spoken[-1:]), *self._words["nouns.rare_states"] & {noun.base})
        codes = next((self._regions[kind] for kind in kinds if kind in self._regions), None)
        actor = self._denoter.cast[country.actor]
        if noun.base == "republic" and actor.id.partition("/")[2] in self._regions["monarchy"]:
            return False
        return codes is None or actor.kind != "country" or actor.id.partition("/")[2] in codes

    def _pointed_at(self, noun: Token, sentence: Span) -> list[Party]:
        """Return the country named last in its sentence for "that state": not the one that the text is about."""
        if determined(noun) != "that":
            return []
        cast = self._denoter.cast
        return [
            party
            for party in self._denoter.named
            if sentence.start <= party.start < noun.i and not party.capital and cast[party.actor].kind in STATES
        ][-1:]

    def described(self, noun: Token, lemma: str, sentence: Span) -> list[Party]:
        """Return the country meant by its part of the world, or whose government goes by another name."""
        byword = lemma in self._words["nouns.country_byword"]
        if not byword and lemma not in self._words["nouns.country_word"]:
            return []
        spoken = [word for word in self._denoter.lowers[noun.left_edge.i : noun.i] if word != "-"]
        before = [word for word in spoken if word not in self._words["nouns.creeds"]]
        if "federal" in before and lemma == "government":
            federations = frozenset(f"country/{code}" for code in self._words["places.federations"])
            return marked(last_of(self._history, noun, sentence, federations), noun, "the federation named last")
        if lemma in self._words["nouns.once_ruled"] and before[-1:] == ["former"]:
            return marked(last(self._history, noun, sentence, STATES), noun, "the country named last")
        for word in before:
            if word in self._regimes:
                return marked(
                    [Party(self._regimes[word], noun.i, noun.i + 1, "description")], noun, "known by its name"
                )
        codes = self._regions.get(lemma)
        if codes is not None and not before[1:] and not any(child.dep_ == "prep" for child in noun.children):
            countries = frozenset(f"country/{code}" for code in codes)
            return marked(last_of(self._history, noun, sentence, countries), noun, "the one so ruled named last")
        for kind in ("_".join(before[-2:]), "_".join(before[-1:]), "_".join(spoken[-1:])):
            codes = self._regions.get(kind)
            if codes is not None and lemma != "government":
                codes = codes & self._regions["island"] if lemma == "island" else codes
                countries = frozenset(f"country/{code}" for code in codes)
                return marked(last_of(self._history, noun, sentence, countries), noun, "the country there named last")
        return []

    def member(self, noun: Token, lemma: str, modified: list[Token], sentence: Span) -> list[Party]:
        """Return the country last named that "the OPEC member" and "the NATO ally" mean."""
        leagues = [self._denoter.mention_at[child.i] for child in modified if child.i in self._denoter.mention_at]
        if (
            lemma not in self._words["nouns.member_state"]
            or len(leagues) != 1
            or self._denoter.cast[leagues[0].actor].kind not in ("igo", "bloc")
            or leagues[0].via == "demonym"
            or any(child.dep_ in ("poss", "relcl", "acl") for child in modified)
        ):
            return []
        members = f"members.{leagues[0].actor.partition('/')[2]}"
        if members in self._words:
            countries = frozenset(f"country/{code}" for code in self._words[members])
            return marked(last_of(self._history, noun, sentence, countries), noun, "the member named last")
        return marked(last(self._history, noun, sentence, STATES), noun, "the country named last")

    def other(self, noun: Token, sentence: Span) -> list[Party]:
        """Return the state that "its neighbour" and "his hosts" mean: the only other one that is spoken of."""
        hosts = noun.base in self._words["nouns.hosts"]
        if not hosts and (noun.tag_ != "NN" or noun.base not in self._words["nouns.of_states"]):
            return []
        owners: set[str] = set()
        for child in noun.children:
            if child.dep_ == "poss" and child.tag_ == "PRP$":
                owners = {self._denoter.cast.root(party.actor) for party in self._denoter.denote(child)}
            elif child.dep_ not in ("amod", "punct") or child.i in self._denoter.mention_at or child.lower_ in _SHARED:
                return []  # "their common enemy" is neither of the two
        if len(owners) != 1 or noun.dep_ == "appos":
            return []
        return marked(only_other(self._history, noun, sentence, owners), noun, "the only other state spoken of")
