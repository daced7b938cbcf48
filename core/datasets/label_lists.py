"""Files that say which class each image has: tables, and what labeling tools export.

labels.csv        a row for each image: a column with its file, and one with its class or one for each class
info.labels       Edge Impulse: {"version", "files": [{"path", "category", "label": {"type", "label"}}]}
project.json      Label Studio, JSON: [{"data": {"image"}, "annotations": [{"result": [{"value":
                  {"choices"}}]}]}]
project-min.json  Label Studio, JSON-MIN: [{"image", "choice"}], a table in other words
annotations.json  COCO: {"images": [{"id", "file_name"}], "annotations": [{"image_id", "category_id"}],
                  "categories": [{"id", "name"}]}

Sources: docs.edgeimpulse.com/tools/specifications/data-annotation/ei-labels, labelstud.io/guide/export,
cocodataset.org/#format-data. A CSV with a column for each class is Roboflow's `_classes.csv`; with a row for
each image it is what Kaggle, Hugging Face (`metadata.csv`) and Label Studio's CSV have.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from core.datasets.layout import Part, part_named
from core.errors import DataError, FileError
from core.files import content_of
from core.reading import decoded

EDGE_IMPULSE = ("info.labels", "bounding_boxes.labels")
_TABLES = (".csv", ".tsv")
_MOST_BYTES = 256 << 20
_MOST_VALUES = 1 << 23
"""A value takes up to a hundred times the memory of the two bytes that it may have in a file."""
_NOT_LABELS = re.compile(r"(sample[-_ ]?)?submission", re.IGNORECASE)
"""Kaggle's example of what to hand in has a made-up class for each test image."""
_LABEL_COLUMNS = (
    *("label", "labels", "class_name", "classname", "class", "classes", "category_name", "category"),
    *("choice", "choices", "tag", "tags", "target", "diagnosis", "breed", "species", "kind", "type"),
    *("label_id", "class_id", "category_id"),
)
_PART_COLUMNS = ("split", "set", "data_set", "dataset", "subset", "part", "partition", "usage")
_OTHER_COLUMNS = ("id", "annotator", "annotation_id", "created_at", "updated_at", "lead_time")
_SAMPLED_ROWS = 200


@dataclass(frozen=True, slots=True)
class Label:
    """What a list says of one image: its file, its class ('' where it has none or several), its split."""

    file: str
    name: str
    part: Part | None = None


@dataclass(frozen=True)
class LabelList:
    """A list of labels, one for each image that it names."""

    path: Path
    labels: tuple[Label, ...]


def read_label_list(path: Path, is_image: Callable[[str], bool]) -> LabelList:
    """The labels in a file; `is_image` tells whether text names an image of the data set.

    Raises data-labels-unreadable for a file that is damaged or says something else, data-permission.
    """
    if _NOT_LABELS.match(path.stem):
        raise _unreadable(path, "it is an example of what to hand in")
    content = _content(path)
    if path.suffix.casefold() in _TABLES:
        labels: Iterable[Label] = _of_rows(path, _rows(path, content), is_image)
    else:
        labels = _of_document(path, _document(path, content), is_image)
    merged = _one_each(labels)
    if not any(label.name for label in merged):
        raise _unreadable(path, "no image in it has exactly one class")
    return LabelList(path, merged)


def _content(path: Path) -> bytes:
    try:
        return content_of(path, _MOST_BYTES)
    except PermissionError as error:
        raise DataError("data-permission", path=path) from error
    except OSError as error:
        raise _unreadable(path, str(error)) from error
    except FileError as error:
        if error.code != "file-too-large":
            raise
        raise _unreadable(path, f"it is larger than {_MOST_BYTES >> 20} MB") from error


def _one_each(labels: Iterable[Label]) -> tuple[Label, ...]:
    """The labels with each file once; a file with several classes has none."""
    merged: dict[str, Label] = {}
    for label in labels:
        before = merged.setdefault(label.file, label)
        if before.name != label.name:
            merged[label.file] = Label(label.file, "", before.part)
    return tuple(merged.values())


def _rows(path: Path, content: bytes) -> list[list[str]]:
    """The rows of a table, whatever its columns are separated by."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("latin-1")
    first = text.partition("\n")[0]
    separator = max(",;\t|", key=first.count)
    _require_values(path, text.count(separator) + text.count("\n") + text.count("\r"))
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        return [[value.strip() for value in row] for row in rows if any(row)]
    except csv.Error as error:
        raise _unreadable(path, str(error)) from error


def _require_values(path: Path, count: int) -> None:
    if count > _MOST_VALUES:
        raise _unreadable(path, f"it has more than {_MOST_VALUES:,} values")


def _of_rows(path: Path, rows: Sequence[Sequence[str]], is_image: Callable[[str], bool]) -> Iterator[Label]:
    """The labels in a table: the file is in the column whose values name images of the data set."""
    width = len(rows[0]) if rows else 0
    # One long row among many short ones.
    _require_values(path, width * len(rows))
    columns = [[row[n] if n < len(row) else "" for row in rows] for n in range(width)]
    names = [re.sub(r"[\s-]+", "_", name.casefold()) for name in rows[0]] if rows else []
    files = _file_column(columns, is_image)
    if files is None:
        raise _unreadable(path, "none of its columns has the names of the images")
    has_names = not is_image(columns[files][0])
    start = 1 if has_names else 0
    classes = _classes(path, columns, names if has_names else [], files)
    part = next((n for n, name in enumerate(names) if has_names and name in _PART_COLUMNS), None)
    for number in range(start, len(rows)):
        where = None if part is None else part_named(columns[part][number])
        yield Label(columns[files][number], classes[number], where)


def _file_column(columns: Sequence[Sequence[str]], is_image: Callable[[str], bool]) -> int | None:
    """The column that names most images, by its first rows; names with an ending count more."""
    counts = [
        sum(2 if "." in value else 1 for value in column[:_SAMPLED_ROWS] if is_image(value))
        for column in columns
    ]
    best = max(range(len(counts)), key=counts.__getitem__, default=0)
    return best if counts and counts[best] else None


def _classes(path: Path, columns: Sequence[Sequence[str]], names: Sequence[str], files: int) -> Sequence[str]:
    """The class in each row, from a column of classes or from a column for each class."""
    for wanted in _LABEL_COLUMNS:
        if wanted in names and names.index(wanted) != files:
            return columns[names.index(wanted)]
    others = [
        n
        for n in range(len(columns))
        if n != files and not (names and names[n] in (*_OTHER_COLUMNS, *_PART_COLUMNS))
    ]
    if len(others) == 1:
        return columns[others[0]]
    marked = [n for n in others if set(columns[n][1:]) <= {"0", "1", "0.0", "1.0"}]
    if names and len(marked) > 1:
        return ["", *_marked(columns, marked, len(columns[files]))]
    raise _unreadable(path, "none of its columns is called 'label' or 'class'")


def _marked(columns: Sequence[Sequence[str]], marked: Sequence[int], rows: int) -> Iterator[str]:
    """For each row below the first the class whose column has a 1, or '' where several or none have one."""
    for number in range(1, rows):
        names = [columns[n][0] for n in marked if columns[n][number] in ("1", "1.0")]
        yield names[0] if len(names) == 1 else ""


def _document(path: Path, content: bytes) -> Any:
    _require_values(path, sum(map(content.count, (b",", b"[", b"{"))))
    try:
        return decoded(content, msgspec.json.Decoder())
    except msgspec.DecodeError as error:
        raise _unreadable(path, str(error)) from error


def _of_document(path: Path, document: Any, is_image: Callable[[str], bool]) -> Iterable[Label]:
    if isinstance(document, Mapping):
        if isinstance(document.get("files"), list) and path.name.casefold() in EDGE_IMPULSE:
            return list(_edge_impulse(document["files"]))
        if all(isinstance(document.get(key), list) for key in ("images", "annotations", "categories")):
            return list(_coco(document))
        if "boundingBoxes" in document:
            raise _unreadable(path, "it has boxes around objects, not one class for each image")
    tasks = _dicts(document)
    if any("annotations" in task or "completions" in task for task in tasks):
        return list(_label_studio(tasks))
    if tasks:
        columns = list(dict.fromkeys(key for task in tasks for key in task))
        _require_values(path, len(columns) * len(tasks))
        rows = [[_text(task.get(column)) for column in columns] for task in tasks]
        return _of_rows(path, [columns, *rows], is_image)
    raise _unreadable(path, "it is no list of labels that this program knows")


def _edge_impulse(files: Sequence[Any]) -> Iterator[Label]:
    for file in _dicts(files):
        label = file.get("label")
        name = label.get("label") if isinstance(label, Mapping) and label.get("type") == "label" else label
        yield Label(_text(file.get("path")), _text(name), part_named(_text(file.get("category"))))


def _coco(document: Mapping[str, Any]) -> Iterator[Label]:
    names = {_text(one.get("id")): _text(one.get("name")) for one in _dicts(document["categories"])}
    classes: dict[str, set[str]] = {}
    for one in _dicts(document["annotations"]):
        name = names.get(_text(one.get("category_id")), "")
        classes.setdefault(_text(one.get("image_id")), set()).add(name)
    for image in _dicts(document["images"]):
        own = classes.get(_text(image.get("id")), set())
        yield Label(_text(image.get("file_name")), own.pop() if len(own) == 1 else "")


def _label_studio(tasks: Sequence[Mapping[str, Any]]) -> Iterator[Label]:
    for task in tasks:
        data = task.get("data")
        values = list(map(_text, data.values())) if isinstance(data, Mapping) else []
        file = next((v for v in values if re.search(r"\.\w{3,4}$", v)), _text(task.get("file_upload")))
        annotations = _dicts(task.get("annotations", task.get("completions")))
        choices = [_choice(one) for one in annotations if not one.get("was_cancelled")]
        # Where people disagree, most of them are right.
        ranked = Counter(filter(None, choices)).most_common(2)
        agreed = len(ranked) == 1 or (len(ranked) == 2 and ranked[0][1] > ranked[1][1])
        yield Label(file, ranked[0][0] if agreed else "")


def _choice(annotation: Mapping[str, Any]) -> str:
    """The one choice in an annotation, or '' where there are several or none."""
    values = [one.get("value") for one in _dicts(annotation.get("result"))]
    choices = [value.get("choices") for value in values if isinstance(value, Mapping)]
    names = {_text(name) for names in choices if isinstance(names, list) for name in names}
    return names.pop() if len(names) == 1 else ""


def _dicts(value: Any) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def _text(value: object) -> str:
    """A text, a number or a list of one of them as text; '' for anything else."""
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() if is_plain else ""


def _unreadable(path: Path, reason: str) -> DataError:
    return DataError("data-labels-unreadable", path=path, reason=reason)
