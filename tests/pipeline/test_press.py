"""Sentences of news of all kinds: business, courts, sport and shows, where words of politics mean something else."""

import pytest
from said import said, who


@pytest.mark.parametrize(
    "text",
    [
        # questions
        "Peru asked Chile whether it had moved the buoys.",
        "Reporters asked the Turkish minister what had happened.",
        "The lawyer asked Mr Keller: “Did you see the papers?”",
        "“Why did you go?” the judge asked Mr Keller.",
        # grief
        "India was dismayed by the death of the hostage in Iraq.",
        "Chad was saddened by the death of Nelson Mandela.",
        # contests and prizes
        "Iceland shocked the French to win gold in Lille.",
        "Greece won the European title in Baku.",
        # what is owed, handed in or given up
        "Enron paid the SEC $20m to settle charges of fraud.",
        "Many Danish firms will make submissions to the Swedish regulator.",
        "He will not have to give up Chilean citizenship.",
        # what is by itself
        "Danish traders ignored the possible effects of Japan's earthquake.",
        "Chile should be safe, said the Peruvian president.",
        "Millan says that Spain is actually just behind the United States in output.",
        # names of programmes, of firms and stations, and of peers
        "He told BBC's Breakfast with Frost programme that it was true.",
        "The Prince of Wales received a grant from the Dutch government.",
        # who hears a complaint, and who is pleaded for
        "Manila filed a complaint with the WTO.",
        "The lawyers who represent detainees left.",
        "Greenpeace joined protesters in Lima.",
        "The move prompted calls of outrage from investors in Yukos.",
    ],
)  # fmt: skip
def test_what_says_nothing_between_actors(text):
    assert not said(text)


@pytest.mark.parametrize(
    ("text", "family", "pair"),
    [
        ("Jordan asked Iraq to explain why it had fired.", "disputes", ("Jordan", "Iraq")),
        ("Iran's test shocked Japan.", "disputes", ("Japan", "Iran")),
        ("Japan's proposal drew an angry response from Ankara.", "disputes", ("Turkey", "Japan")),
        ("Iraq drew fire from Kuwait over its claim.", "disputes", ("Kuwait", "Iraq")),
        ("Tokyo lodged a protest with Seoul over the visit of lawmakers.", "disputes", ("Japan", "South Korea")),
        ("Quito voiced concern that Lima had jailed the fishermen.", "disputes", ("Ecuador", "Peru")),
        ("Guatemala withdrew from the Organization of American States.", "restrains",
         ("Guatemala", "Organization of American States")),
        ("It was Mr Novak, not Mr Kral, who briefed Germany about the plan.", "cooperates", ("Novak", "Germany")),
        ("It was not Spain but France that condemned Italy.", "disputes", ("France", "Italy")),
        ("Air Canada sued Boeing.", "disputes", ("Air Canada", "Boeing")),
    ],
)  # fmt: skip
def test_what_is_said(text, family, pair):
    assert who(text, family) == {pair}


@pytest.mark.parametrize(
    "text",
    ["The battle between Nokia and Samsung for buyers goes on.", "Nokia is fighting Samsung for the handset market."],
)
def test_firms_strive_without_arms(text):
    assert [one.type for one in said(text)] == ["disputes.rivals"]


@pytest.mark.parametrize("text", ["Kenya almost invaded Uganda.", "Kenya came close to attacking Uganda."])
def test_what_nearly_happened_did_not(text):
    assert [(one.family, one.polarity) for one in said(text)] == [("fights", "negated")]


def test_what_a_law_would_allow_is_possible():
    assert [one.modality for one in said("The law would allow Chad to arm Mali.")] == ["possible"]


def test_in_a_list_of_persons_nobody_is_another_one():
    assert not who("The band played with Paul Weller, Noel Parker and members of Blur.", "affiliated")
    assert not who("The talks were led by Ivan Petrov, Ana Lopez and the head of Oxfam.", "affiliated") & {
        ("Ivan Petrov", "Oxfam")
    }


def test_the_field_of_a_minister_is_no_body():
    assert not who("Armed Forces Minister Adam Ingram left.", "affiliated")
    assert not who("Party leader Charles Kennedy left.", "affiliated")


def test_a_subsidiary_is_not_a_part_of_its_country():
    assert who("Daimler's Japanese subsidiary Fuso recalled cars.", "affiliated") == {("Fuso", "Daimler")}


def test_he_is_nobody_whom_his_clause_names_or_who_quotes_him():
    text = "Peter Novak praised Ivan Kral. He told reporters that he would invite Kral and visit France."
    assert ("Peter Novak", "France") in who(text, "cooperates")
    text = "Ivan Kral was angry with Peter Novak. “He betrayed Poland,” Kral said."
    assert ("Peter Novak", "Poland") in who(text, "disputes")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Chad attacked Mali and Niger condemned Togo.", {("Chad", "Mali"), ("Niger", "Togo")}),
        ("Fiat sued Ford and Spain has condemned Peru.", {("Fiat", "Ford"), ("Spain", "Peru")}),
        ("Lord Butler criticised the way Tony Blair's government operates.", {("Lord Butler", "United Kingdom")}),
        ("Amnesty International condemned what Turkey did.", {("Amnesty International", "Turkey")}),
        ("Kenya sent a letter to Oxfam accusing Chad of spying.", {("Kenya", "Oxfam"), ("Kenya", "Chad")}),
        ("Peter Novak met leaders including Bill Clinton.", {("Peter Novak", "Bill Clinton")}),
        ("Fiat has bought a 20% stake in Chrysler.", {("Fiat", "Chrysler")}),
        ("Peter Novak met then British minister Lord Falconer.",
         {("Peter Novak", "United Kingdom"), ("United Kingdom", "United Kingdom")}),
        # whose it is not
        ("Global leaders left meetings of the G7 and the World Economic Forum.", set()),
        ("England's first Test is against Canada.", set()),
        ("Samuel Jackson and Ben Stiller have signed up for a sitcom.", set()),
        ("A court said Greece should have sole rights to the name.", set()),
        ("The IMF foresees a contribution to the US account from trade.", set()),
        ("Denmark is Europe's second largest producer of feta.", set()),
        ("Tom Reed said that Mr Hale had shown the boy porn and plied him with wine.", set()),
    ],
)  # fmt: skip
def test_between_whom(text, pairs):
    assert {(one.source, one.target) for one in said(text)} == pairs


def test_a_unit_has_a_name_of_its_own():
    assert who("News Corp's News International unit lost money.", "affiliated") == {("News International", "News Corp")}


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Kenya sent a letter to Oxfam demanding an apology.",
         {("Kenya", "cooperates", "Oxfam"), ("Kenya", "disputes", "Oxfam")}),
        ("Responding to Fiat's rebuff, Nokia raised its bid.", {("Fiat", "disputes", "Nokia")}),
        ("Boeing, in contrast to European rival Airbus, hopes airlines will buy.", {("Airbus", "disputes", "Boeing")}),
        ("The Danish executive has seconded 11 staff to Oxfam.", {("Denmark", "cooperates", "Oxfam")}),
        ("Former Oxfam singer Ann Holm left.", {("Ann Holm", "affiliated", "Oxfam")}),
        # what is bought, dominated, led to, asked about, and said of an election
        ("Nokia said it would spend $3bn to buy one of South Korea's main banks.", set()),
        ("Investors may be able to buy Air China shares in Hong Kong.", set()),
        ("Sideways dominated the Independent Spirit Awards.", set()),
        ("Her warnings led to the collapse of WorldCom.", set()),
        ("Mr Hale is heard asking Mr Reed if he is a war criminal.", set()),
        ("A feature of the recent US election, where George Bush opposed extending it, was the law.", set()),
    ],
)  # fmt: skip
def test_what_letters_firms_and_shows_do(text, relations):
    assert {(one.source, one.family, one.target) for one in said(text)} == relations


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("Michael Moore was an outspoken Bush critic.", {("Michael Moore", "disputes", "Bush")}),
        ("Following talks with Mr Blair, Mr Abbas left.", {("Abbas", "cooperates", "Blair")}),
        ("The deal is about state aid to Airbus and its US rival Boeing.", {("Boeing", "disputes", "Airbus")}),
        ("Jacques Chirac has called the UK's rebate from the European Union unjustified.",
         {("Jacques Chirac", "disputes", "United Kingdom")}),
        # demand for goods, those who are named of a class, a firm's own business, parties that are given
        ("Yangtze Electric expanded to meet demand driven by China's economy.", set()),
        ("Concert promoters including Jammins and Apollo Entertainment are on board.", set()),
        ("General Motors is grappling with losses in its European business.", set()),
        ("Norman Cook promised more such parties.", set()),
        ("R&B singer Usher left.", set()),
        ("Britain has offered to send a company of Gurkhas to Indonesia.",
         {("United Kingdom", "cooperates", "Indonesia")}),
        ("Nokia closed because neither Spain nor Oxfam would fund it.",
         {("Spain", "cooperates", "Nokia"), ("Oxfam", "cooperates", "Nokia")}),
        ("His lawyers, led by Bruce Cutler, left.", set()),
    ],
)  # fmt: skip
def test_critics_rivals_and_markets(text, relations):
    assert {(one.source, one.family, one.target) for one in said(text)} == relations
