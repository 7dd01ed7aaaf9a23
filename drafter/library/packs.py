"""Packs: packages installed beside drafter that bring clauses of their own.

A package says so in its metadata, under the entry points ``drafter.clauses``: the value is the
name of a package with a folder ``clauses``. Nothing of it is imported or run.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drafter.errors import NOWHERE, Problem, Unusable

GROUP = "drafter.clauses"


@cache
def pack_folders() -> tuple[Path, ...]:
    """Return the folders of the installed packs, in the order of their names.

    Reading the metadata of all installed packages takes longer than a short draft: ask only for
    clauses that are not found elsewhere. Raises Unusable for a pack without a folder.
    """
    from importlib.metadata import entry_points

    packages = {point.name: point.value for point in entry_points(group=GROUP)}
    return tuple(_folder(name, packages[name]) for name in sorted(packages))


def _folder(name: str, package: str) -> Path:
    from importlib.util import find_spec

    # Looking for a package inside another would run the outer one.
    outer, *inner = package.split(".")
    try:
        spec = find_spec(outer)
    except ValueError:
        spec = None
    places = (spec.submodule_search_locations or ()) if spec else ()
    for place in places:
        if (folder := Path(place, *inner, "clauses")).is_dir():
            return folder
    message = f"the pack {name!r} has no folder `clauses` in its package {package!r}"
    raise Unusable(Problem(NOWHERE, message, "install it again, or remove it"))
