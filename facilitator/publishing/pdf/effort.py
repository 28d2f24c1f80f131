"""How much work a rendering is, for those who watch its progress."""

from __future__ import annotations

from facilitator.publishing.document import Block, Bullets, NameCards, Paragraph, Table


def weight(block: Block) -> int:
    """Roughly how much work a block is, in pieces."""
    match block:
        case Table():
            return len(block.rows) + 1
        case Bullets():
            return len(block.items) + 1
        case Paragraph():
            return 1 + sum(len(run.text) for run in block.runs) // 1000
        case NameCards():
            return len(block.cards) + 1
        case _:
            return 1
