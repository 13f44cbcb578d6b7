"""Definite nouns for what a text has told of before: groups, laws, plans, treaties, countries and islands."""

import re

import pytest
from said import extractor

from relgraph.pipeline.arguments import Argument


def understood(text: str, words: str) -> set[str]:
    """Return the rolled-up names of those whom the last noun phrase of these words means."""
    reading = extractor().reading(text)
    found = [*re.finditer(re.escape(words), reading.doc.text)][-1]
    inside = [token for token in reading.doc if found.start() <= token.idx < found.end()]
    noun = reading.doc[inside[0].i : inside[-1].i + 1].root
    parties = reading.denoter.parties(Argument(noun), target=True)
    return {reading.cast[reading.cast.root(party.actor)].name for party in parties}


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # a group by the same noun, or by a more general one that points at it
        ("Nationalist movements spread after the war. Moscow armed these movements.", "these movements",
         {"nationalist movements"}),
        ("Kenyan tankers left on Sunday. According to Chad, these ships carried arms.", "these ships", {"Kenya"}),
        ("Poor families left. These people crossed into Uganda.", "These people", {"poor families"}),
        # of two groups "the" tells none apart
        ("Chilean officials met Peruvian officials. The officials quarrelled.", "The officials", {"officials"}),
        # so many who were named together
        ("Norway, Sweden and Denmark formed a union. The three kingdoms fought Russia.", "The three kingdoms",
         {"Norway", "Sweden", "Denmark"}),
        ("Chile, Peru and Bolivia share a coast. Ecuador freed the three soldiers.", "the three soldiers",
         {"soldiers"}),
        # those who sit in an assembly
        ("The Knesset met on Monday. The deputies voted to expel him.", "The deputies", {"Israel"}),
        # two, of whatever kind
        ("The French and British governments claimed the valley. Both imperial powers built forts.",
         "Both imperial powers", {"France", "United Kingdom"}),
        ("Peru and Chile signed a treaty. The two new states joined in May.", "The two new states", set()),
        # two that the parser only joins
        ("Kenya urged Nasser of Egypt and the Soviet leadership to talk, but neither party agreed.", "neither party",
         {"Egypt", "Soviet Union"}),
        ("Peru bombed Chile, resulting in war between the two powers beginning in May.", "the two powers",
         {"Peru", "Chile"}),
    ],
)  # fmt: skip
def test_groups_told_of_before(text: str, words: str, names: set[str]) -> None:
    assert understood(text, words) == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Britain passed the Molasses Act in 1733. This law required colonists to pay.", "This law",
         {"United Kingdom"}),
        ("Parliament in Kenya passed a land act. Settlers opposed the law.", "the law", {"Kenya"}),
        ("France proposed a common army. Norway disliked the plan.", "the plan", {"France"}),
        ("Turkey spoke of a plan by the Arab League. Egypt backed the plan.", "the plan", {"Arab League"}),
        ("An aid package was approved by Norway. Sweden welcomed the package.", "the package", {"Norway"}),
        ("Britain, France and Italy divided Anatolia. Peru opposed these arrangements.", "these arrangements",
         {"United Kingdom", "France", "Italy"}),
        ("Peru and Chile signed a treaty. The treaty angered Bolivia.", "The treaty", {"Peru", "Chile"}),
        ("Chad and Mali expelled the envoys. The move angered Kenya.", "The move", {"Chad", "Mali"}),
        # whoever acts with a treaty is no other than those with whom it deals
        ("Japan and Peru concluded a treaty. The treaty allowed Peru to station troops.", "The treaty", {"Japan"}),
        # nobody's, or of which it is not told whose it is
        ("Chad broke the law. The law is the law.", "The law", set()),
        ("Prices rose. Peru disliked the plan.", "the plan", set()),
        ("Poland and Germany signed a deal. Leaders met to prevent the deal from unraveling.", "the deal", set()),
        ("Peru drafted a law. In May a new law was written. Chile opposed the law.", "the law", set()),
        ("Peru and Chad reached a deal. Chad condemned the deal.", "the deal", set()),
    ],
)  # fmt: skip
def test_works_told_of_before(text: str, words: str, names: set[str]) -> None:
    assert understood(text, words) == names


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        # not another one, nor the one that it became free from
        ("Chad accused Mali of aggression. Kenya urged the other country to leave.", "the other country", set()),
        ("Chad shelled towns in Mali. Refugees fled to the neighbouring country.", "the neighbouring country", set()),
        ("Peru sent troops to the border. The smaller country protested.", "The smaller country", set()),
        ("The king of Jordan came. The oil-rich country gave him arms.", "The oil-rich country", set()),
        ("Latvia won its freedom from Russia. NATO admitted the newly free country.", "the newly free country",
         {"Latvia"}),
        # not one that is only named by the way
        ("Kenya closed its border after rebels attacked Somalia. The country called up its reserves.", "The country",
         {"Kenya"}),
        ("Zambia borrowed money that China had offered. The country cannot pay.", "The country", {"Zambia"}),
        ("Chad said that Libya had armed rebels. The country denied it.", "The country", {"Libya"}),
        # whatever else is said of it
        ("France recognized Colombia, but the fragile young republic was poor.", "the fragile young republic",
         {"Colombia"}),
        # islands, also ahead of their name
        ("Spain sent a fleet to the Philippines. Dewey took control of the islands.", "the islands", {"Philippines"}),
        ("Washington broke relations with the island because Cuba had taken its property.", "the island", {"Cuba"}),
        ("Japan bought the Senkaku Islands. China sent ships to the islands.", "the islands", set()),
        # who acts on a tyranny is another
        ("Haitian refugees fled. Bill Clinton of the United States criticized the United States Senate and promised "
         "to press the military junta.", "the military junta", {"Haiti"}),
        ("The Soviets tested a bomb. The United States armed Greece to check the communist superpower.",
         "the communist superpower", {"Soviet Union"}),
        ("The United States met the Soviet Union. France distrusted the superpower.", "the superpower", set()),
        # whose plans a minister tells
        ("The foreign minister said that Hungary would not accept the quota.", "The foreign minister", {"Hungary"}),
        ("The foreign minister said that Hungary must accept the quota.", "The foreign minister",
         {"foreign minister"}),
    ],
)  # fmt: skip
def test_countries_told_of_before(text: str, words: str, names: set[str]) -> None:
    assert understood(text, words) == names
