"""What people and sessions are called where one line has to do."""

from __future__ import annotations

from facilitator.translation import tr


def person_label(name: str, office: str = "", place: str = "") -> str:
    """A person's name, or office and place where no name is known ("Mayor, Durban")."""
    if name.strip():
        return name.strip()
    if office.strip() and place.strip():
        return tr("{office}, {place}").format(office=office.strip(), place=place.strip())
    return office.strip() or place.strip() or tr("Unnamed person")


def session_label(label: str, title: str) -> str:
    """A session's label with its title ("8 · Local finance"), or what there is of the two."""
    if label.strip() and title.strip():
        return tr("{label} · {title}").format(label=label.strip(), title=title.strip())
    return label.strip() or title.strip() or tr("Unnamed session")
