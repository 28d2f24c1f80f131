"""What the tests of the voices share: the session that is held for the room's window too."""

from tests.features.clock.room.conftest import context, held, time

__all__ = ["context", "held", "time"]
