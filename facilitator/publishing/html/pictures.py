"""Pictures within the file itself."""

from __future__ import annotations

import base64

from facilitator.publishing.document import Picture
from facilitator.publishing.html.text import attribute
from facilitator.publishing.pictures import printed
from facilitator.publishing.plain_text import single_line


def picture(of: Picture) -> str:
    """The picture with its alternative; empty when it can't be read."""
    made = printed(of.data)
    if made is None:
        return ""
    data = base64.b64encode(made.data).decode("ascii")
    words = attribute(single_line(of.alternative))
    return (
        f'<img src="data:{made.media_type};base64,{data}" alt="{words}"'
        f' width="{made.width}" height="{made.height}">'
    )
