"""What somebody is accused of planning, what he has committed, and what he will do even if something happens."""

import pytest
from said import said


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # (source, target, modality, who says so)
        (
            "The army accused Turkey of planning to let Kurdish rebels leave Mosul.",
            ("Turkey", "Kurdish rebels", "intended", "army"),
        ),
        ("Maduro accused Colombia of plotting to kill him.", ("Colombia", "Maduro", "intended", "Maduro")),
        ("Chad accused Sudan of preparing to attack Niger.", ("Sudan", "Niger", "intended", "Chad")),
        ("Peru accused Chile of scheming to annex Bolivia.", ("Chile", "Bolivia", "intended", "Peru")),
        ("Ghana accused the rebels of planning to arm Togo.", ("rebels", "Togo", "intended", "Ghana")),
        (
            "The UN accused the militia of committing genocide against the Yazidis.",
            ("militia", "Yazidis", "actual", "United Nations"),
        ),
        ("Chad accused Sudan of attacking Niger.", ("Sudan", "Niger", "actual", "Chad")),
        # no condition
        ("Costa will keep blocking Ruiz even if that angers Peru.", ("Costa", "Ruiz", "actual", None)),
        ("Ruiz will support Norway, even if Costa hates it.", ("Ruiz", "Norway", "intended", None)),
        ("Japan will help Palau if China attacks it.", ("Japan", "Palau", "conditional", None)),
    ],
)
def test_how_it_is_said(text: str, expected: tuple[str, str, str, str | None]) -> None:
    assert expected in {(r.source, r.target, r.modality, r.attribution) for r in said(text)}
