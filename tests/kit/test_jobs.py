"""Jobs: work on another thread, its progress, result and errors on this one, and cancelling."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from facilitator.domain.errors import Refused
from facilitator.kit.jobs import Job, Jobs, Progress


@pytest.fixture
def jobs(qtbot: QtBot) -> Jobs:
    return Jobs()


def test_progress_and_result_arrive_on_the_gui_thread(jobs: Jobs, qtbot: QtBot) -> None:
    here, worked, arrived = QThread.currentThread(), [], []

    def work(progress: Progress) -> int:
        worked.append(QThread.currentThread())
        progress.report(1, 2)
        return 42

    job = jobs.run("Counting", work)
    job.progressed.connect(lambda done, of: arrived.append((done, of, QThread.currentThread())))
    job.succeeded.connect(lambda value: arrived.append((value, QThread.currentThread())))
    with qtbot.waitSignal(jobs.ended):
        pass
    assert arrived == [(1, 2, here), (42, here)]
    assert worked != [here]


def test_an_error_arrives_on_the_gui_thread_and_the_next_job_runs(jobs: Jobs, qtbot: QtBot) -> None:
    def refuse(_: Progress) -> None:
        raise Refused("No.", "Because.", "All is safe.")

    job = jobs.run("Failing", refuse)
    with qtbot.waitSignal(job.failed) as failed:
        pass
    assert str(failed.args[0]) == "No. Because. All is safe."
    with qtbot.waitSignal(jobs.run("Next", lambda _: "done").succeeded) as done:
        pass
    assert done.args == ["done"]


def test_a_cancelled_job_stops_at_its_next_report(jobs: Jobs, qtbot: QtBot) -> None:
    begun, may_go_on, steps = threading.Event(), threading.Event(), []

    def work(progress: Progress) -> None:
        for step in range(1000):
            steps.append(step)
            begun.set()
            may_go_on.wait(10)
            progress.report(step, 1000)

    job = jobs.run("Long", work)
    assert begun.wait(10)
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
        may_go_on.set()
    assert steps == [0]


def test_jobs_run_one_after_the_other(jobs: Jobs, qtbot: QtBot) -> None:
    running, most = [0], [0]

    def work(_: Progress) -> None:
        running[0] += 1
        most[0] = max(most[0], running[0])
        threading.Event().wait(0.02)
        running[0] -= 1

    made: list[Job] = [jobs.run(f"Job {number}", work) for number in range(4)]
    ended: list[Job] = []
    jobs.ended.connect(ended.append)
    qtbot.waitUntil(lambda: len(ended) == len(made))
    assert most == [1]


def test_finishing_cancels_what_runs_and_waits_for_it(jobs: Jobs, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        while not progress.cancelled():
            threading.Event().wait(0.001)

    jobs.run("Endless", work)
    assert begun.wait(10)
    assert jobs.finish()
