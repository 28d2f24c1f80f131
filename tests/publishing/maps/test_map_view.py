"""The map shows every place, and no name covers another one or a disc."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from facilitator.publishing.document import Spot, SpotMap
from facilitator.publishing.maps.projection import projected
from facilitator.publishing.maps.view import Placed, View, unlabelled, view_of

SPOTS = st.lists(
    st.builds(
        Spot,
        st.text(st.characters(categories=("Lu", "Ll", "Lo")), min_size=1, max_size=14),
        st.floats(-89, 89),
        st.floats(-179, 179),
        st.floats(1, 40),
    ),
    max_size=14,
)


def box(view: View, spot: Placed) -> tuple[float, float, float, float]:
    wide = max(len(spot.label) * 0.5 * view.size, 1.0)
    left = spot.text[0] - {"start": 0.0, "middle": wide / 2, "end": wide}[spot.anchor]
    return left, spot.text[1] - view.size * 0.7, left + wide, spot.text[1]


def covers(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(SPOTS)
def test_every_disc_is_on_the_map_and_no_name_covers_another_one(spots: list[Spot]) -> None:
    found = SpotMap("", tuple(spots), "")
    view = view_of(found)
    assert len(view.spots) == len(spots)
    for placed in view.spots:
        assert 0 <= placed.centre[0] <= view.width
        assert 0 <= placed.centre[1] <= view.height
    boxes = [box(view, placed) for placed in view.spots if placed.label]
    for number, one in enumerate(boxes):
        assert not any(covers(one, other) for other in boxes[number + 1 :])
        assert one[0] >= 0
        assert one[3] <= view.height
    told = [placed.label for placed in view.spots if placed.label] + list(unlabelled(view, found))
    assert sorted(told) == sorted(spot.label for spot in spots)


@given(SPOTS)
def test_the_map_has_a_shape_that_a_page_has_room_for(spots: list[Spot]) -> None:
    view = view_of(SpotMap("", tuple(spots), ""))
    assert 0.4 <= view.height / view.width <= 0.65


def test_a_place_without_a_number_is_told_and_not_drawn() -> None:
    found = SpotMap(
        "", (Spot("Nowhere", math.nan, 0.0), Spot("Beyond", 0.0, 400.0), Spot("Quito", -0.2, -78.5)), ""
    )
    view = view_of(found)
    assert [placed.label for placed in view.spots] == ["Quito"]
    assert list(unlabelled(view, found)) == ["Nowhere", "Beyond"]


def test_areas_keep_their_sizes() -> None:
    """A square of two degrees at the equator and one at 60 degrees north: the latter has half the ground."""

    def area(latitude: float) -> float:
        corners = [projected(x, latitude + y) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1))]
        pairs = zip(corners, corners[1:] + corners[:1], strict=True)
        return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2

    assert abs(area(60.0) / area(0.0) - 0.5) < 0.005


def test_a_single_city_lies_in_a_part_of_the_world_with_land_around_it() -> None:
    view = view_of(SpotMap("", (Spot("Grenoble", 45.2, 5.7),), ""))
    assert view.land
    assert abs(view.spots[0].centre[0] - view.width / 2) < 1
