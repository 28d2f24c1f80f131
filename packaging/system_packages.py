"""Find what Qt, and the tests' screen, need from a Linux system, and install it where the user may.

What is missing is found by asking the loader about Qt's own plugins, not guessed: machines that have some of these
libraries by chance hide what others miss.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path

# What has to load, below the folder of PySide6, for a program without a screen and for one with a window.
PLUGINS = {
    "offscreen": ("QtWidgets.abi3.so", "QtSvg.abi3.so", "Qt/plugins/platforms/libqoffscreen.so"),
    "x11": (
        "Qt/plugins/platforms/libqxcb.so",
        "Qt/plugins/xcbglintegrations/libqxcb-egl-integration.so",
        "Qt/plugins/xcbglintegrations/libqxcb-glx-integration.so",
    ),
    "wayland": (
        "Qt/plugins/platforms/libqwayland.so",
        "Qt/plugins/wayland-shell-integration/libxdg-shell.so",
        "Qt/plugins/wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    ),
}

# Debian's package of each library. Where newer releases have put t64 behind a name, the new package provides the
# old name on all machines that Qt's wheels are made for.
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "Xvfb": "xvfb",
}


def make_sure(qt: Path, platforms: Collection[str], commands: Collection[str] = ()) -> None:
    """Install what the Qt in the folder ``qt`` misses for these platforms, and these commands, where the user may.

    Raises SystemExit with one line that names what is missing, where it cannot be installed from here.
    """
    if not sys.platform.startswith("linux"):
        return
    if names := missing(qt, platforms, commands):
        install(names)
        if still_missing := missing(qt, platforms, commands):
            raise SystemExit(f"Still missing after the installation: {' '.join(still_missing)}.")


def missing(qt: Path, platforms: Collection[str], commands: Collection[str]) -> list[str]:
    """The libraries that Qt, in the folder ``qt``, misses for these platforms, and the commands that are not there."""
    files = [str(qt / name) for platform in platforms for name in PLUGINS[platform]]
    answer = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False)
    absent = [command for command in commands if shutil.which(command) is None]
    return sorted(not_found(answer.stdout)) + absent


def install(names: Sequence[str]) -> None:
    """Install the packages of these libraries, commands or packages; raise SystemExit naming them where we may not."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise SystemExit(advice(names, has_apt=shutil.which("apt-get") is not None))
    wanted = packages(names)
    print(f"Installing from the system's packages: {' '.join(wanted)}", flush=True)
    _apt_get("update")
    _apt_get("install", "--yes", "--no-install-recommends", *wanted)


def advice(names: Sequence[str], *, has_apt: bool) -> str:
    """The one line that says what is missing and, where the system has apt, the command that installs it."""
    if not has_apt:
        return f"Missing on this system, please install with its package manager: {' '.join(names)}."
    return f"Missing on this system, please run: sudo apt-get install {' '.join(packages(names))}"


def packages(names: Sequence[str]) -> list[str]:
    """Debian's packages of these libraries and commands, each once, in order; an unknown name stands for itself."""
    return sorted({PACKAGES.get(name, name) for name in names})


def not_found(loader_output: str) -> set[str]:
    """The libraries that ``ldd`` could not find."""
    return {line.split()[0] for line in loader_output.splitlines() if line.rstrip().endswith("=> not found")}


def _apt_get(*arguments: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode != 0:
        raise SystemExit(f"{done.stdout}{done.stderr}\n{' '.join(command)} failed.")
