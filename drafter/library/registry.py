"""How a registry of facts is read: a table of tab-separated columns, with comments at its head."""

from __future__ import annotations

from drafter.resources import data_text


def registry_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table under ``boilerplate/registries``, each as long as its heading.

    Lines that begin with ``#`` are comments. Cells left out at the end of a row are empty: editors
    that trim lines take them away.
    """
    return _table(name)[1:]


def registry_records(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a table by the names of their columns, for tables that may get more."""
    heading, *rows = _table(name)
    return tuple(dict(zip(heading, row, strict=True)) for row in rows)


def _table(name: str) -> tuple[tuple[str, ...], ...]:
    lines = data_text(f"boilerplate/registries/{name}.tsv").splitlines()
    heading, *rows = [tuple(line.split("\t")) for line in lines if line and line[0] != "#"]
    return (heading, *(row + ("",) * (len(heading) - len(row)) for row in rows))


def several(cell: str) -> tuple[str, ...]:
    """Return the values of a cell that holds several, apart by semicolons."""
    return tuple(value.strip() for value in cell.split(";") if value.strip())
