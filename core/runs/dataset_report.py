"""Looking at images before anything is made of them: classes, counts, sizes and findings."""

from __future__ import annotations

import time

import msgspec

from core.datasets.catalog import Contents, Group, write_catalog
from core.datasets.cataloging import contents_of
from core.datasets.examining import examine
from core.datasets.findings import shortened
from core.datasets.images import Problem
from core.datasets.listing import list_images
from core.datasets.opening import require_images
from core.datasets.selection import selection_of
from core.events import Finding
from core.paths import cache_folder
from core.requests import DataRequest
from core.runs.sample_scenes import image_source
from core.settings import SAMPLE_SCENES, DataSettings
from core.task import Task

CATALOGS = "catalogues"
_PROBLEMS = frozenset(problem.value for problem in Problem)


class DataReport(msgspec.Struct, frozen=True, kw_only=True):
    """What looking at a source came to.

    `classes` are those that are used, set aside and left out. `images` counts those that are used,
    `listed` all that were found. `smallest` and `largest` are width and height of the readable images with
    fewest and most pixels. `brings_split`: whether the data comes divided. `findings` name some images
    each; the catalog, a file that `core.datasets.catalog.open_catalog` opens, has all. `ready`:
    whether no finding keeps it from being trained on.
    """

    source: str
    name: str
    catalog: str = msgspec.field(name="catalogue")
    classes: tuple[Group, ...]
    images: int = msgspec.field(name="pictures")
    listed: int
    smallest: tuple[int, int] | None
    largest: tuple[int, int] | None
    brings_split: bool
    findings: tuple[Finding, ...]
    ready: bool
    seconds: float


def look(request: DataRequest, task: Task) -> DataReport:
    """Look at what the request names and report each finding.

    What keeps the images from being trained on is a finding too, as long as there are any in classes.
    Raises what `image_source`, `list_images` and `require_images` raise, data-permission, disk-full,
    write-permission; `Cancelled`.
    """
    began = time.monotonic()
    settings = request.settings
    mixed, together = settings.split == "mixed", settings.keeps_near_copies_together
    source, selection = image_source(settings, request.seed, task), selection_of(settings)
    listing = list_images(source, selection, cache_folder(), task, mixed=mixed)
    require_images(listing)
    # Each scene is drawn anew: those that are alike by chance are of no burst.
    compare = settings.source != SAMPLE_SCENES
    contents = contents_of(
        examine(listing, settings.image_size, cache_folder(), task, together=together, compare=compare)
    )
    findings = tuple(_stopping(shortened(finding), settings) for finding in contents.findings)
    for finding in findings:
        task.report(finding)
    groups = tuple(group for group, _ in contents.groups)
    smallest, largest = _size_range(contents)
    return DataReport(
        source=settings.source,
        name=listing.name,
        catalog=str(write_catalog(contents, cache_folder() / CATALOGS)),
        classes=groups,
        images=sum(group.images for group in groups),
        listed=sum(group.listed for group in groups),
        smallest=smallest,
        largest=largest,
        brings_split=listing.brings_split,
        findings=findings,
        ready=not any(finding.stops for finding in findings),
        seconds=time.monotonic() - began,
    )


def _stopping(finding: Finding, settings: DataSettings) -> Finding:
    """The finding, which stops everything where images that cannot be read are to do so."""
    if settings.on_bad_pictures == "stop" and finding.kind in _PROBLEMS:
        return msgspec.structs.replace(finding, stops=True)
    return finding


def _size_range(contents: Contents) -> tuple[tuple[int, int] | None, tuple[int, int] | None]:
    sizes = {
        (entry.width, entry.height) for _, entries in contents.groups for entry in entries if entry.width
    }
    ordered = sorted(sizes, key=lambda size: (size[0] * size[1], size))
    return (ordered[0], ordered[-1]) if ordered else (None, None)
