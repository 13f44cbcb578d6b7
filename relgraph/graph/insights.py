"""Analysis of a graph or a store: camps, balance, brokers, contested pairs, change, contradictions, profiles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from relgraph.graph import balance, brokers, camps, change, contested, contradictions, profile
from relgraph.graph.conditions import AskedTypes, Conditions
from relgraph.graph.names import Names
from relgraph.graph.signed import Signs
from relgraph.model import Actor

if TYPE_CHECKING:
    from typing import Unpack


class Insights:
    """The analyses, each of which gives a table of values with `to_frame`.

    All take the conditions of `relations`. Where friendly and hostile relations are counted, the sign is that of the
    type: by the ontology, cooperation is friendly, and disputes, restraints and fights are hostile; belonging counts as
    friendly. `signs` overrules it for types and families, ``signs={"affiliated": 0, "disputes.demands": 0}``. What
    counts is affirmed and is actual or intended, whoever says so, unless the conditions say otherwise, such as
    ``modality="actual"`` or ``attributed=False``. With ``polarity=None``, negated relations count with the opposite
    sign. The direction of a relation makes no difference there; relations of an actor with itself do not count.
    """

    _names: Names

    def camps(
        self,
        type: AskedTypes = None,
        *,
        resolution: float = 0.0,
        weighted: bool = True,
        signs: Signs | None = None,
        **conditions: Unpack[Conditions],
    ) -> camps.Camps:
        """Return the camps: the split of the actors with the least that is hostile within and friendly between camps.

        Any number of camps may come out, also of one actor (Davis 1967: Clustering and structural balance in graphs,
        Human Relations 20; Doreian and Mrvar 1996: A partitioning approach to structural balance, Social Networks 18).
        A greater `resolution` gives more and smaller camps: with 1, those of the greatest modularity for signed
        networks (Gómez, Jensen and Arenas 2009: Analysis of community structure in networks of correlated data,
        Physical Review E 80), which also puts together who has the same enemies. Not `weighted`, each pair counts once,
        by the sign that prevails.

        Found by local search from several starts, always the same for the same relations; a better split may exist.
        Who has only relations without a sign is in no camp. Raises `UsageError` as `relations` does.
        """
        return camps.camps(self._names, type, signs, conditions, resolution=resolution, weighted=weighted)

    def balance(
        self, type: AskedTypes = None, *, signs: Signs | None = None, **conditions: Unpack[Conditions]
    ) -> balance.Balance:
        """Return the triads of actors who all have to do with each other, and the share of those that are balanced.

        A pair has the sign that prevails between the two, and none if friendly and hostile relations are equal in
        number. A triad is balanced if the product of its three signs is positive (Cartwright and Harary 1956:
        Structural balance, Psychological Review 63). `weak_share` takes three mutual enemies as balanced too (Davis
        1967). The frustration is the share of relations that go against the `camps`. Raises `UsageError` as `relations`
        does.
        """
        return balance.balance(self._names, type, signs, conditions)

    def brokers(
        self,
        type: AskedTypes = None,
        *,
        pivots: int | None = None,
        signs: Signs | None = None,
        **conditions: Unpack[Conditions],
    ) -> brokers.Brokers:
        """Return the actors over whom friendly ways between others lead, with their betweenness from 0 to 1.

        Two actors are linked if at least one friendly relation is between them, whatever else is; each link counts as
        one step (Freeman 1977: A set of measures of centrality based on betweenness, Sociometry 40; counted as by
        Brandes 2001). In large graphs, the ways from only some actors are counted, as many as take a few seconds
        (Brandes and Pich 2007: Centrality estimation in large networks); `pivots` sets how many. Raises `UsageError` as
        `relations` does.
        """
        return brokers.brokers(self._names, type, signs, pivots, conditions)

    def contested(
        self, type: AskedTypes = None, *, signs: Signs | None = None, **conditions: Unpack[Conditions]
    ) -> contested.Contested:
        """Return the pairs with both friendly and hostile relations, each with these; those with most of both first.

        They are ordered by ambivalence, which is what is left of all relations when the difference of friendly and
        hostile ones is subtracted (Kaplan 1972: On the ambivalence-indifference problem in attitude theory and
        measurement, Psychological Bulletin 77). Raises `UsageError` as `relations` does.
        """
        return contested.contested(self._names, type, signs, conditions)

    def change(
        self,
        before: change.Period,
        after: change.Period,
        type: AskedTypes = None,
        *,
        by: Literal["type", "family"] = "type",
        **conditions: Unpack[Conditions],
    ) -> change.Changes:
        """Return what became of each tie from one period to another: it came, rose, fell or went.

        A period is a year, month or day (``"2020"``), or the first and last one (``("2020-01", "2020-06")``; None for
        no limit). Ties rise and fall by their share of all relations of the period, since there may be more to read
        about one than about the other. The order is by Dunning's log-likelihood ratio (1993: Accurate methods for the
        statistics of surprise and coincidence, Computational Linguistics 19). `by` sums up types or whole families.

        The conditions are those of `relations`, with its defaults, without `since` and `until`. A relation belongs to
        each period that its time overlaps; undated ones to none. Raises `UsageError` if a period is none.
        """
        return change.change(self._names, type, conditions, before=before, after=after, by=by)

    def contradictions(
        self,
        type: AskedTypes = None,
        *,
        by: Literal["type", "family"] = "type",
        **conditions: Unpack[Conditions],
    ) -> contradictions.Contradictions:
        """Return what one source says an actor does to another and a different source denies, with both quotes.

        The two relations have the same actors, type (or family) and direction; who says so is different, or else the
        document. If both texts state a time, the times overlap. What is only possible or intended contradicts nothing:
        `modality` is ``"actual"`` unless the conditions say otherwise. Raises `UsageError` as `relations` does, and if
        `polarity` is given.
        """
        return contradictions.contradictions(self._names, type, by, conditions)

    def profile(
        self,
        name: str | Actor,
        type: AskedTypes = None,
        *,
        signs: Signs | None = None,
        **conditions: Unpack[Conditions],
    ) -> profile.Profile:
        """Return the profile of an actor: names, partners and opponents, types of relations, times, speakers, evidence.

        Partners have more friendly than hostile relations with the actor, opponents more hostile than friendly ones.
        The profile of an actor that only the index knows is empty. Raises `UnknownActorError`, and `UsageError` as
        `relations` does.
        """
        return profile.profile(self._names, name, type, signs, conditions)
