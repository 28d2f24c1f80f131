"""Who may import whom, as pyproject.toml has it for import-linter."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import grimp

ROOT = Path(__file__).parents[1]

# An import that breaks the rules, by the module that makes it. Each would be found by its own contract alone.
BREACHES = {
    "domain.planted": "facilitator.storage",
    "storage.planted": "facilitator.publishing",
    "publishing.planted": "facilitator.kit",
    "kit.planted": "facilitator.features",
    "features.planted.page": "facilitator.shell",
    "features.planted.editor": "facilitator.features.also_planted",
    "features.planted.queries": "PySide6",
    "features.planted.report": "shiboken6",
    "features.planted.rows": "sqlalchemy",
    "features.planted.columns": "reportlab",
    "shell.planted": "uharfbuzz",
}


def check_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    wide = os.environ | {"COLUMNS": "300"}
    return subprocess.run(
        [program, "--no-cache", "--no-logo"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env=wide,
    )


def test_the_layers_and_the_features_keep_apart() -> None:
    checked = check_imports(ROOT)

    assert checked.returncode == 0, checked.stdout + checked.stderr


def test_every_breach_is_found(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(
        ROOT / "facilitator", tmp_path / "facilitator", ignore=shutil.ignore_patterns("__pycache__")
    )
    for package in ("also_planted", "planted"):
        (tmp_path / "facilitator" / "features" / package).mkdir()
        (tmp_path / "facilitator" / "features" / package / "__init__.py").touch()
    for module, imported in BREACHES.items():
        path = tmp_path.joinpath("facilitator", *module.split(".")).with_suffix(".py")
        path.write_text(f"import {imported}\n")
    (tmp_path / "facilitator" / "homeless.py").touch()

    checked = check_imports(tmp_path)

    assert checked.returncode == 1
    missed = [
        f"{module} -> {imported}"
        for module, imported in BREACHES.items()
        if f"facilitator.{module} -> {imported} " not in checked.stdout
    ]
    assert missed == [], checked.stdout
    assert "homeless" in checked.stdout


def test_the_domain_knows_only_python_itself() -> None:
    graph = grimp.build_graph("facilitator", include_external_packages=True, cache_dir=None)
    domain = {"facilitator.domain"} | graph.find_descendants("facilitator.domain")
    imported = {name for module in domain for name in graph.find_modules_directly_imported_by(module)}

    foreign = {
        name for name in imported if name.partition(".")[0] not in {*sys.stdlib_module_names, "facilitator"}
    }

    assert foreign == set()
