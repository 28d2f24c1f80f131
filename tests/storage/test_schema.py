"""The file that the migrations make is the one that the records describe."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BLOB, Engine, Float, Inspector, Numeric, UniqueConstraint, create_engine, inspect
from sqlalchemy.pool import NullPool

from facilitator.storage import schema
from facilitator.storage.records import Base
from facilitator.storage.store import Store, new_library


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library as the migrations make it."""
    made = tmp_path_factory.mktemp("schema") / "library.lle"
    new_library(made).close()
    return made


@pytest.fixture(scope="module")
def engine(path: Path) -> Engine:
    """SQLAlchemy's own view of it."""
    return create_engine(f"sqlite:///{path}", poolclass=NullPool)


@pytest.fixture(scope="module")
def found(engine: Engine) -> Inspector:
    """What SQLAlchemy finds in it."""
    return inspect(engine)


def _tables() -> list[str]:
    return sorted(Base.metadata.tables)


def test_the_file_says_whose_it_is_and_of_which_format(path: Path) -> None:
    header = path.read_bytes()[:100]
    assert header[68:72] == b"LLE1"
    assert int.from_bytes(header[60:64], "big") == schema.version() == len(schema.migrations())
    assert header[18:20] == b"\x01\x01", "a library that is closed has no log beside it"


def test_the_tables_of_the_file_are_those_of_the_records(found: Inspector) -> None:
    beside = {"journal_entry", "journal_change", "content", "draft", "library", "search", "search_text"}
    shadows = {f"search_{part}" for part in ("data", "idx", "docsize", "config")}
    assert set(found.get_table_names()) - beside - shadows == set(_tables())


@pytest.mark.parametrize("table", _tables())
def test_the_columns_of_the_file_are_those_of_the_records(found: Inspector, table: str) -> None:
    described = Base.metadata.tables[table]
    columns = {column["name"]: column for column in found.get_columns(table)}
    assert list(columns) == list(described.columns.keys())
    for column in described.columns:
        in_file = columns[column.name]
        assert in_file["nullable"] == column.nullable, column.name
        compiled = column.type.compile(found.engine.dialect)
        assert str(in_file["type"]) == compiled, column.name
        default: Any = column.server_default
        assert in_file["default"] == (f"'{default.arg}'" if default is not None else None), column.name
        assert not isinstance(in_file["type"], Float | Numeric | BLOB), "the journal can't keep its image"
    assert found.get_pk_constraint(table)["constrained_columns"] == ["id"]


@pytest.mark.parametrize("table", _tables())
def test_the_references_and_indexes_of_the_file_are_those_of_the_records(
    found: Inspector, table: str
) -> None:
    described = Base.metadata.tables[table]
    keys = {
        (key["constrained_columns"][0], key["referred_table"], key["options"]["ondelete"])
        for key in found.get_foreign_keys(table)
    }
    assert all(key["options"]["initially"] == "DEFERRED" for key in found.get_foreign_keys(table))
    assert keys == {(key.parent.name, key.column.table.name, key.ondelete) for key in described.foreign_keys}
    unique = {tuple(rule["column_names"]) for rule in found.get_unique_constraints(table)}
    wanted = {
        tuple(rule.columns.keys()) for rule in described.constraints if isinstance(rule, UniqueConstraint)
    }
    assert unique == wanted
    indexes = {(index["name"], tuple(index["column_names"])) for index in found.get_indexes(table)}
    assert indexes == {(index.name, tuple(index.columns.keys())) for index in described.indexes}


@pytest.mark.parametrize("table", _tables())
def test_deleting_what_rows_refer_to_looks_nothing_through(path: Path, table: str) -> None:
    """Each reference is found by an index, also where only given ones are indexed."""
    connection = sqlite3.connect(path)
    for key in Base.metadata.tables[table].foreign_keys:
        plan = connection.execute(
            f'EXPLAIN QUERY PLAN SELECT 1 FROM "{table}" WHERE "{key.parent.name}" = ?', ("",)
        ).fetchall()
        assert all("USING" in row[3] and "INDEX" in row[3] for row in plan), (key.parent.name, plan)
    connection.close()


def test_the_journal_follows_every_table_of_the_records(library: Store) -> None:
    assert sorted(schema.journaled_tables(library.raw())) == _tables()
    triggers = {
        row[0] for row in library.raw().execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
    }
    assert triggers == {
        f"journal_{change}_{table}" for table in _tables() for change in ("insert", "update", "delete")
    }


def test_the_connection_keeps_the_rules_and_commits_durably(library: Store) -> None:
    def setting(name: str) -> Any:
        return library.raw().execute(f"PRAGMA {name}").fetchone()[0]

    assert setting("journal_mode") == "wal"
    assert setting("synchronous") == 2
    assert setting("foreign_keys") == 1
    assert setting("recursive_triggers") == 1
    assert setting("secure_delete") == 1
    assert setting("cell_size_check") == 1
