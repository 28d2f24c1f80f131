"""The run sheet tells the team everything but who is off the record, and what does not fit in words."""

from tests.features.papers.conftest import Papers


def line_with(text: str, words: str) -> str:
    return next(line for line in text.splitlines() if words in line)


def test_it_says_when_what_who_with_role_and_coming_and_what_to_do(papers: Papers) -> None:
    text = papers.markdown("run-sheet")
    opening = line_with(text, "**Opening**")
    assert "15:00–15:15" in opening
    assert "Mina Okoro (Moderator, confirmed)" in opening
    assert "Slide 1" in opening
    city_round = line_with(text, "**City round**")
    assert "Rosa Quispe (City or region speaker, 10 min, Spanish, confirmed)" in city_round
    assert "Karl Brandt (Partner, 15 min, invited)" in city_round
    assert "Dora Absent (Partner, declined)" in city_round
    assert "Mind the time" in city_round


def test_hard_starts_gaps_lateness_and_the_end_are_told_in_words(papers: Papers) -> None:
    text = papers.markdown("run-sheet")
    assert "Hard start" in line_with(text, "**Wrap-up**")
    assert "15 minutes free before" in line_with(text, "**Wrap-up**")
    assert "Ends 5 minutes after the plenary goes on" in line_with(text, "On loans")
    assert "minutes of the slot left" in line_with(text, "The end")


def test_groups_stand_under_their_name_and_room_with_who_leads_them(papers: Papers) -> None:
    text = papers.markdown("run-sheet")
    assert "Group A · Room 1" in text
    assert "Moderator: Mina Okoro · Rapporteur: nobody yet" in text
    assert text.index("Group A") < text.index("On taxes") < text.index("Group B") < text.index("Plenary")


def test_it_has_the_contacts_of_the_team_and_its_links(papers: Papers) -> None:
    text = papers.markdown("run-sheet")
    assert "mina@example.org" in line_with(text, "+34 1")
    assert "(for the team)" in line_with(text, "Slides")
    assert "for the team" not in line_with(text, "Concept")


def test_it_names_nobody_off_the_record_and_says_on_each_page_that_it_is_not_published(
    papers: Papers,
) -> None:
    from tests.features.papers.conftest import pdf_pages

    pages = pdf_pages(papers.rendering("run-sheet", "pdf").data)
    assert "Secretov" not in "".join(pages)
    assert "1 person off the record" in "".join(pages).replace("\n", " ")
    for page in pages:
        assert "not for publication" in page
    assert "not for publication" in papers.markdown("run-sheet")


def test_its_pages_lie_on_their_side_and_wear_the_colour_of_the_series(papers: Papers) -> None:
    document = papers.document("run-sheet").sealed
    assert document.landscape
    assert document.accent == "#8B1E3F"
    assert document.stem == "lle-08-local-finance-run-sheet"


def test_as_tables_it_is_the_working_agenda_and_names_nobody_off_the_record(papers: Papers) -> None:
    text = papers.text("run-sheet", "csv")
    for told in ("City round", "Karl Brandt", papers.plan.ids["round"], "Mind the time"):
        assert told in text
    assert "Secretov" not in text
    assert papers.rendering("run-sheet", "xlsx").data.startswith(b"PK")
