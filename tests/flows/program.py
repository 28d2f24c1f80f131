"""The program in a window of its own, for tests that press keys in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any


class Program:
    """One run of the program. Ends with ``quit`` or ``kill``.

    With a moment ``at`` (milliseconds since 1970-01-01 UTC) the computer's clocks stand there until they are told to go
    on; the one on the wall is set ``ahead`` by so many milliseconds.
    """

    def __init__(
        self, library: Path | None, environment: dict[str, str], at: int | None = None, ahead: int = 0
    ) -> None:
        given = [] if library is None else [str(library)]
        given += [] if at is None else [str(at), str(ahead)]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.flows.driver", *given],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | environment,
        )
        assert self._answer() == "open"
        self._ask("wait", milliseconds=100)

    def keys(self, *keys: str) -> Program:
        """Press shortcuts one after the other."""
        self._ask("keys", keys=list(keys))
        return self

    def type(self, text: str) -> Program:
        """Type a text where the focus is."""
        self._ask("type", text=text)
        return self

    def fill(self, *texts: str) -> Program:
        """Type texts into one field after the other, leaving each with Tab."""
        for text in texts:
            self.type(text).keys("Tab")
        return self

    def wait(self, milliseconds: int) -> Program:
        """Let time go by."""
        self._ask("wait", milliseconds=milliseconds)
        return self

    def at(self, moment: int) -> Program:
        """Let the clocks go on to a moment."""
        self._ask("time", at=moment)
        return self

    def set_clock(self, ahead: int) -> Program:
        """Set the computer's clock so many milliseconds ahead of the real time."""
        self._ask("set_clock", ahead=ahead)
        return self

    def pace(self, milliseconds: int) -> Program:
        """Leave so much between keys."""
        self._ask("pace", milliseconds=milliseconds)
        return self

    def press_and_die(self, *keys: str, after: float) -> None:
        """Press keys, and be killed so many seconds later, whether it has answered or not."""
        self._send("keys", keys=list(keys))
        time.sleep(after)
        self.kill()

    @property
    def run(self) -> dict[str, Any]:
        """How the stage Run stands that is shown; see ``run_stage``."""
        found: dict[str, Any] = self._ask("run")
        return found

    def picture(self, path: Path) -> Program:
        """Write what is on the screen to a PNG file."""
        self._ask("picture", path=str(path))
        return self

    def resize(self, width: int, height: int) -> Program:
        """Give the window a size in pixels."""
        self._ask("resize", width=width, height=height)
        return self

    def set(self, name: str, value: Any) -> Program:
        """Set one of the person's preferences."""
        self._ask("set", name=name, value=value)
        return self

    def cell(self, table: str, text: str, column: int) -> tuple[int, int]:
        """Where a cell of a table is on the screen: in the column of the row that shows the text."""
        x, y = self._ask("cell", table=table, text=text, column=column)
        return x, y

    def block(self, title: str, share: float = 0.5) -> tuple[int, int]:
        """Where an item is in the picture of the plan, at a share of its height from its upper edge."""
        x, y = self._ask("block", title=title, share=share)
        return x, y

    @property
    def state(self) -> dict[str, Any]:
        """What has the focus (its accessible name), which page is shown, and every text that can be seen."""
        found: dict[str, Any] = self._ask("state")
        return found

    @property
    def focus(self) -> str:
        """The accessible name of what has the focus."""
        return str(self.state["focus"])

    def shows(self, text: str) -> bool:
        """Whether a text can be seen."""
        return any(text in shown for shown in self.state["texts"])

    def go_to(self, name: str, most: int = 60) -> Program:
        """Press Tab until the control of that name has the focus."""
        for _ in range(most):
            if self.focus == name:
                return self
            self.keys("Tab")
        raise AssertionError(f"Tab does not reach {name!r}; the focus is on {self.focus!r}")

    def quit(self) -> None:
        """Close the window, and see that the program ends well."""
        self._ask("quit")
        assert self._process.wait(30) == 0
        self._close_pipes()

    def kill(self) -> None:
        """End the program as a power failure would."""
        self._process.kill()
        self._process.wait(30)
        self._close_pipes()

    def _close_pipes(self) -> None:
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None
            pipe.close()

    def _ask(self, do: str, **told: Any) -> Any:
        self._send(do, **told)
        return self._answer()

    def _send(self, do: str, **told: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, **told}) + "\n")
        self._process.stdin.flush()

    def _answer(self) -> Any:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, f"The program ended with status {self._process.wait(30)}."
        told = json.loads(line)
        assert not told["warnings"], told["warnings"]
        return told["value"]
