"""What Qt needs from a Linux system is found by asking the loader, and named as Debian's packages."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
import system_packages
from checkout import Checkout

ROOT = Path(__file__).parents[2]

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the loader asked here is Linux's")

# What ldd said was missing on a minimal Debian 12 with git, make and python3, for all of Qt's platforms.
BARE_DEBIAN = """
libEGL.so.1 libGL.so.1 libX11-xcb.so.1 libX11.so.6 libdbus-1.so.3 libfontconfig.so.1 libfreetype.so.6
libglib-2.0.so.0 libgthread-2.0.so.0 libwayland-client.so.0 libwayland-cursor.so.0 libwayland-egl.so.1
libxcb-cursor.so.0 libxcb-glx.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1 libxcb-randr.so.0
libxcb-render-util.so.0 libxcb-render.so.0 libxcb-shape.so.0 libxcb-shm.so.0 libxcb-sync.so.1 libxcb-util.so.1
libxcb-xfixes.so.0 libxcb-xkb.so.1 libxcb.so.1 libxkbcommon-x11.so.0 libxkbcommon.so.0
"""


@pytest.fixture
def qt() -> Path:
    return Checkout(ROOT).qt()


def test_a_bare_debian_misses_only_libraries_whose_package_is_known() -> None:
    assert set(BARE_DEBIAN.split()) <= set(system_packages.PACKAGES)


def test_libraries_of_one_package_ask_for_it_once() -> None:
    names = ["libgthread-2.0.so.0", "libglib-2.0.so.0", "Xvfb", "python3.11-venv"]

    assert system_packages.packages(names) == ["libglib2.0-0", "python3.11-venv", "xvfb"]


def test_the_loaders_answer_tells_the_missing_from_the_found() -> None:
    answer = """QtWidgets.abi3.so:
\tlinux-vdso.so.1 (0x00007ffd0a5f2000)
\tlibQt6Gui.so.6 => /somewhere/PySide6/Qt/lib/libQt6Gui.so.6 (0x00007f1e5d000000)
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
\tlibEGL.so.1 => not found
"""

    assert system_packages.not_found(answer) == {"libEGL.so.1", "libxcb-cursor.so.0"}


def test_who_may_not_install_is_told_the_command_in_one_line() -> None:
    line = system_packages.advice(["libEGL.so.1", "Xvfb"], has_apt=True)

    assert "sudo apt-get install libegl1 xvfb" in line
    assert "\n" not in line


def test_a_system_without_apt_is_told_the_libraries_in_one_line() -> None:
    line = system_packages.advice(["libEGL.so.1", "Xvfb"], has_apt=False)

    assert "libEGL.so.1 Xvfb" in line
    assert "apt" not in line
    assert "\n" not in line


@linux
@pytest.mark.parametrize("platform", sorted(system_packages.PLUGINS))
def test_the_plugins_that_the_loader_is_asked_about_exist(qt: Path, platform: str) -> None:
    absent = [name for name in system_packages.PLUGINS[platform] if not (qt / name).is_file()]

    assert absent == []


@linux
def test_what_the_set_up_made_sure_of_is_not_missing_any_more(qt: Path) -> None:
    assert system_packages.missing(qt, ["offscreen", "x11"], ["Xvfb"]) == []


@linux
def test_a_plugin_whose_libraries_are_gone_and_an_absent_command_are_noticed(
    qt: Path, tmp_path: Path
) -> None:
    for name in system_packages.PLUGINS["offscreen"]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(qt / name, tmp_path / name)  # away from the Qt libraries that it finds beside itself

    names = system_packages.missing(tmp_path, ["offscreen"], ["no-such-command"])

    assert "libQt6Gui.so.6" in names
    assert names[-1] == "no-such-command"
