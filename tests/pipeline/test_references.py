"""Whom pronouns and definite nouns mean, and when they mean nobody: a wrong antecedent is worse than none."""

import pytest
from said import extraction, said, who


def sources(text: str, target: str = "Chile", issuer: str | None = None) -> set[str]:
    """Return who does or says something against `target`."""
    return {source for source, whom in who(text, "disputes", issuer) if whom == target}


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        # it
        ("Brazil praised Peru. It also condemned Chile.", {"Brazil"}),
        ("Brazil praised Peru, and it also condemned Chile.", {"Brazil"}),
        ("Brazil said that it condemned Chile.", {"Brazil"}),
        ("NATO met in Lima. It condemned Chile.", {"NATO"}),
        # they
        ("Brazil and Peru signed a treaty. They condemned Chile.", {"Brazil", "Peru"}),
        ("Brazilian officials met on Monday. They condemned Chile.", {"Brazil"}),
        ("Journalists left early. They condemned Chile.", {"journalists"}),
        # the two and their kind
        ("Brazil met Peru on Monday. The two countries condemned Chile.", {"Brazil", "Peru"}),
        ("Brazil met Peru on Monday. The two sides condemned Chile.", {"Brazil", "Peru"}),
        ("Brazil met Peru on Monday. The sides condemned Chile.", {"Brazil", "Peru"}),
        ("Brazil met Peru on Monday. Both countries condemned Chile.", {"Brazil", "Peru"}),
        ("Brazil met Peru on Monday. Both condemned Chile.", {"Brazil", "Peru"}),
        ("Brazil and Peru have a treaty. The two condemned Chile.", {"Brazil", "Peru"}),
        # definite nouns
        ("NATO met on Monday. The organization condemned Chile.", {"NATO"}),
        ("Hezbollah welcomed the plan. The group condemned Chile.", {"Hezbollah"}),
        ("Brazil welcomed the plan. The country condemned Chile.", {"Brazil"}),
        ("Syria is at war. The Assad regime shelled Homs. The regime condemned Chile.", {"Syria"}),
        # persons
        ("Foreign Minister Ana Brown of Brazil arrived. She condemned Chile.", {"Brazil"}),
        ("President Ana Brown of Brazil spoke. The president condemned Chile.", {"Brazil"}),
        ("Brazil's foreign minister, Ana Brown, said that she condemned Chile.", {"Brazil"}),
    ],
)
def test_who_is_meant(text, meant):
    assert sources(text) == meant


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Brazil attacked Peru. Peru condemned it.", "disputes", ("Peru", "Brazil")),
        ("Brazil accused Peru of attacking its ships.", "fights", ("Peru", "Brazil")),
        ("Brazil sent its army to attack Peru.", "fights", ("Brazil", "Peru")),
        ("Brazil and Peru condemned Chile. Their armies attacked Bolivia.", "fights", ("Peru", "Bolivia")),
        ("Hezbollah and its allies in the army attacked Israel.", "fights", ("Hezbollah", "Israel")),
        ("Foreign Minister Ana Brown of Brazil spoke. Peru condemned her.", "disputes", ("Peru", "Brazil")),
    ],
)
def test_objects_and_owners(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    "text",
    [
        "Brazil and Peru accused each other of cheating.",
        "Brazil and Peru accused one another of cheating.",
        "Brazil met Peru. The two countries accused each other of cheating.",
        "Brazil and Peru met. They accused each other of cheating.",
    ],
)
def test_each_other_is_the_other_of_the_two(text):
    assert who(text, "disputes") == {("Brazil", "Peru"), ("Peru", "Brazil")}


def test_one_another_is_the_other_of_the_two():
    assert {one.type for one in said("Brazil and Peru attacked one another.")} == {"fights.attacks"}


def test_an_object_is_never_its_own_clauses_subject():
    assert ("Peru", "Peru") not in who("Brazil met Peru. Peru attacked it.", "fights")
    assert who("Ghana attacked it.", "fights") == set()


@pytest.mark.parametrize(
    ("text", "issuer", "meant"),
    [
        ('"We condemn Chile," said President Ana Brown of Brazil.', None, {"Brazil"}),
        ('President Ana Brown of Brazil said: "We condemn Chile."', None, {"Brazil"}),
        ("We condemn Chile.", "Brazil", {"Brazil"}),
        ("We condemn Chile.", "Brazilian", {"Brazil"}),
        ("We condemn Chile.", "Bank of Togo Watch", {"Bank of Togo Watch"}),
        # The speaker of a quotation goes before the issuer.
        ('"We condemn Chile," said President Ana Brown of Brazil.', "Peru", {"Brazil"}),
        ("We condemn Chile.", None, set()),
        ('"We condemn Chile," somebody shouted.', None, set()),
        ("Brazil held a summit. Brazil welcomed all guests. We condemn Chile.", None, {"Brazil"}),
    ],
)
def test_we(text, issuer, meant):
    assert sources(text, issuer=issuer) == meant


def test_whose_army_ours_is():
    assert who("Our army attacked Chile.", "fights", "Brazil") == {("Brazil", "Chile")}
    assert who("Our army attacked Chile.", "fights") == set()


@pytest.mark.parametrize(
    "text",
    [
        "They condemned Chile.",
        "He condemned Chile.",
        "It condemned Chile.",
        "The organization condemned Chile.",
        "The president condemned Chile.",
        # Expletive
        "Brazil praised Peru. It is vital to condemn Chile.",
        "Brazil praised Peru. It took a year to condemn Chile.",
        "Brazil praised Peru. It is time to condemn Chile.",
        "Brazil praised Peru. It seems wise to condemn Chile.",
        "Brazil praised Peru. It is raining in Chile.",
        # Number and kind must agree.
        "Brazil arrived. They condemned Chile.",
        "Brazil praised Peru. She condemned Chile.",
        # A thing stands between.
        "Brazil said the report on Peru was long, and it condemned Chile.",
        # Too far away.
        "Brazil praised Peru. The sun rose. Birds sang. Rain fell. It condemned Chile.",
        # Three are no pair.
        "Brazil, Peru and Togo met. The two countries condemned Chile.",
    ],
)
def test_unsure_means_nobody(text):
    meant = sources(text)
    assert meant & {"Brazil", "Peru", "Togo", "Ana Brown"} == set(), said(text)


def test_a_resolved_pronoun_is_a_mention_of_its_actor():
    found = extraction("Brazil praised Peru. It also condemned Chile.")
    (mention,) = [mention for mention in found.mentions if mention.span.text == "It"]
    assert (mention.actor, mention.via) == ("country/BRA", "pronoun")
    found = extraction("Brazil met Peru on Monday. The two countries condemned Chile.")
    mentions = [mention for mention in found.mentions if mention.span.text == "The two countries"]
    assert {(mention.actor, mention.via) for mention in mentions} == {
        ("country/BRA", "description"),
        ("country/PER", "description"),
    }


def test_what_follows_a_pronoun_does_not_change_whom_it_means():
    first = "Brazil praised Peru. It also condemned Chile."
    assert sources(first + " Bolivia was glad. Ghana praised Togo.") == sources(first) == {"Brazil"}


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # the grounds of a judgement are those of the one judged
        ("Peru condemned Chile for its support of Hamas.", "cooperates", ("Chile", "Hamas")),
        ("Peru warned Chile about its attacks on Chad.", "fights", ("Chile", "Chad")),
        ("Iran was criticised by Peru for its support of Hamas.", "cooperates", ("Iran", "Hamas")),
        ("Brazil urged Chile to keep its support for Chad.", "cooperates", ("Chile", "Chad")),
        ("Brazil accused Chile of violating its airspace.", "disputes", ("Brazil", "Chile")),
        # whom one calls is whom one thanks; whom one urges is not
        ("Kenya phoned Chad to thank it.", "cooperates.supports", ("Kenya", "Chad")),
        ("Qatar urged Chad to support it.", "cooperates.supports", ("Chad", "Qatar")),
        ("Foreign Minister Ana Brown of Brazil called Eva Diaz, President of Peru, to congratulate her.",
         "cooperates.supports", ("Brazil", "Peru")),
        # an office is somebody, too
        ("The Kremlin leader may break his promise to visit France.", "cooperates", ("Russia", "France")),
        ("The Turkish president arrived in Cairo. He condemned Israel.", "disputes", ("Turkey", "Israel")),
        # before the name
        ("Peru's minister Ana Brown sang. In his support for Chad, President Eli Ross of Kenya went far.",
         "cooperates", ("Kenya", "Chad")),
    ],
)  # fmt: skip
def test_what_grammar_decides(text, family, pair):
    assert pair in who(text, family)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        # the person that the text is about, not one named as an owner
        ("President Ana Brown of Peru spoke. She left after Eli Ross's trip. She condemned Chile.",
         "disputes", ("Peru", "Chile")),
        ("President Ana Brown of Peru spoke. The hall was full. It was cold. She condemned Chile.",
         "disputes", ("Peru", "Chile")),
        # a group in the singular
        ("Boko Haram was founded in 2002. They attacked Niger.", "fights", ("Boko Haram", "Niger")),
        ("Hezbollah grew fast. Their fighters attacked Israel.", "fights", ("Hezbollah", "Israel")),
    ],
)  # fmt: skip
def test_what_carries_on(text, family, pair):
    assert pair in who(text, family)


def test_an_unknown_name_between_leaves_it_open():
    text = "Foreign Minister Ana Brown of Peru spoke. She smiled. Afterwards Grabovnik sang. He condemned Chile."
    assert ("Peru", "Chile") not in who(text, "disputes")


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ('President Ana Brown of Peru came. "We condemn Chile," she said.', "disputes", ("Peru", "Chile")),
        ('President Ana Brown of Peru came. "I condemn Chile," she said.', "disputes", ("Peru", "Chile")),
        ('Chad was calm. "Chile is a threat. We condemn Chile. It is wrong," said Peruvian officials.',
         "disputes", ("Peru", "Chile")),
        ('President Ana Brown of Peru said: "I am glad. It is late. I condemn Chile."', "disputes", ("Peru", "Chile")),
    ],
)  # fmt: skip
def test_who_speaks_in_quotations(text, family, pair):
    assert pair in who(text, family)


def test_we_of_a_person_without_a_side_are_nobody():
    assert not who('"We condemn Chile," Ana Brown said.', "disputes")


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("After it was invaded by Germany, Norway asked Oman for help.", "fights", ("Germany", "Norway")),
        ("Chad invaded Mali after it had promised peace.", "fights", ("Chad", "Mali")),
        ("Rebels, whom Kenya accused Oman of arming, fled.", "cooperates", ("Oman", "rebels")),
        ("The militia, which Kenya accuses Oman of arming, fled.", "cooperates", ("Oman", "militia")),
        (
            "Norway expelled two Danes. Denmark received the envoy. It then expelled its envoy.",
            "restrains",
            ("Norway", "Denmark"),
        ),
    ],
)
def test_by_the_clause(text: str, family: str, pair: tuple[str, str]) -> None:
    assert pair in who(text, family)


def test_either_of_two() -> None:
    assert who("Oman took Iran's side against Turkey, which had annexed it.", "restrains") == set()
    assert who("Iran expelled Turkey, which had annexed it.", "restrains") >= {("Turkey", "Iran")}
