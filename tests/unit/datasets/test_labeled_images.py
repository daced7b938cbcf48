"""Data sets whose classes are not folders are understood as those who publish them lay them out."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from core.datasets.findings import of_listing
from core.datasets.folders import Folder
from core.datasets.labeled_images import _class_names, _Index
from core.datasets.listing import Listing, list_images
from core.datasets.selection import Selection
from core.errors import SqueezeError
from core.task import Task

IMAGE = b"\xff\xd8\xff\xe0 the first bytes of a JPEG"
Content = str | bytes | list[object] | dict[str, object]


def made(folder: Path, files: Mapping[str, Content]) -> Path:
    """The folder with these files; what is neither text nor bytes is written as JSON."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        plain = content if isinstance(content, str | bytes) else json.dumps(content)
        path.write_bytes(plain.encode() if isinstance(plain, str) else plain)
    return folder


def images(*names: str) -> dict[str, Content]:
    return dict.fromkeys(names, IMAGE)


def listed(source: Path) -> Listing:
    return list_images(source, Selection(), source.parent / "cache", Task())


def arranged(listing: Listing) -> dict[str, list[str]]:
    """The names of the images by part and class."""
    found: dict[str, list[str]] = {}
    for file in listing.files:
        found.setdefault(f"{file.part} {file.label}", []).append(file.name)
    return found


def tiny_imagenet(folder: Path) -> Path:
    box = "0\t0\t62\t62"
    names = ("goldfish, Carassius auratus", "crane, bird", "crane, machine", "")
    numbers = ("n01443537", "n02012849", "n03126707", "n09999999")
    files = images(*(f"train/{n}/images/{n}_{i}.JPEG" for n in numbers for i in range(2)))
    files |= images(*(f"val/images/val_{i}.JPEG" for i in range(5)), "test/images/test_0.JPEG")
    files |= {f"train/{n}/{n}_boxes.txt": f"{n}_0.JPEG\t{box}\n" for n in numbers}
    files["words.txt"] = "".join(f"{n}\t{name}\n" for n, name in zip(numbers, names, strict=True) if name)
    files["wnids.txt"] = "\n".join(numbers)
    files["val/val_annotations.txt"] = "".join(f"val_{i}.JPEG\t{n}\t{box}\n" for i, n in enumerate(numbers))
    return made(folder, files)


def test_tiny_imagenet_is_read_as_published_with_the_names_of_its_classes(tmp_path: Path) -> None:
    listing = listed(tiny_imagenet(tmp_path / "tiny-imagenet-200"))
    classes = ("crane, bird", "crane, machine", "goldfish", "n09999999")
    assert listing.classes == classes
    assert listing.brings_split
    found = arranged(listing)
    assert set(found) == {f"{part} {name}" for part in ("train", "validation") for name in classes}
    assert found["train goldfish"] == [f"train/n01443537/images/n01443537_{i}.JPEG" for i in range(2)]
    assert found["validation crane, bird"] == ["val/images/val_1.JPEG"]
    assert set(listing.unlabeled) == {"val/images/val_4.JPEG", "test/images/test_0.JPEG"}


def test_an_archive_of_it_says_the_same(tmp_path: Path) -> None:
    folder = tiny_imagenet(tmp_path / "tiny-imagenet-200")
    with zipfile.ZipFile(tmp_path / "tiny.zip", "w") as archive:
        for path in sorted(folder.rglob("*.*")):
            archive.write(path, path.relative_to(tmp_path).as_posix())
    within = {f"tiny-imagenet-200/{file.name}": file.label for file in listed(folder).files}
    assert {file.name: file.label for file in listed(tmp_path / "tiny.zip").files} == within


def test_a_project_of_teachable_machine_has_the_class_in_the_name_of_each_file(tmp_path: Path) -> None:
    files = images("Class 1-!-0.png", "Class 1-!-1.png", "no cat-!-0.png")
    files["manifest.json"] = {"type": "image", "version": "2.4.5", "appdata": {"trainEpochs": 50}}
    with zipfile.ZipFile(tmp_path / "project.tm", "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content if isinstance(content, bytes) else json.dumps(content))
    listing = listed(tmp_path / "project.tm")
    assert listing.name == "project"
    assert arranged(listing) == {
        "train Class 1": ["Class 1-!-0.png", "Class 1-!-1.png"],
        "train no cat": ["no cat-!-0.png"],
    }


def test_samples_that_teachable_machine_packs_class_by_class_are_one_data_set(tmp_path: Path) -> None:
    folder = tmp_path / "samples"
    folder.mkdir()
    for name in ("Class 1", "Class 2"):
        with zipfile.ZipFile(folder / f"{name}-samples.zip", "w") as archive:
            archive.writestr("0.jpg", IMAGE)
    expected = {"train Class 1": ["Class 1/0.jpg"], "train Class 2": ["Class 2/0.jpg"]}
    assert arranged(listed(folder)) == expected


EDGE_FILES: list[object] = [
    {"path": "training/a.1.jpg", "category": "training", "label": {"type": "label", "label": "cat"}},
    {"path": "training/b.2.jpg", "category": "training", "label": {"type": "label", "label": "dog"}},
    {"path": "testing/c.3.jpg", "category": "testing", "label": {"type": "label", "label": "cat"}},
    {"path": "testing/d.4.jpg", "category": "testing", "label": {"type": "unlabeled"}},
]
STUDIO: list[object] = [
    {
        "id": number,
        "annotations": [
            {"was_cancelled": False, "result": [{"type": "choices", "value": {"choices": [choice]}}]}
            for choice in choices
        ],
        "data": {"image": image},
    }
    for number, (image, choices) in enumerate(
        {
            "/data/upload/3/0a1b2c3d-one.jpg": ["cat"],
            "/data/local-files/?d=photos/two%20a.jpg": ["dog", "dog", "cat"],
            "https://example.org/photos/three.jpg": ["cat"],
            "s3://bucket/photos/four.jpg": ["dog", "cat"],
        }.items()
    )
]
COCO: dict[str, object] = {
    "images": [{"id": i, "file_name": f"{i}.jpg"} for i in range(4)],
    "annotations": [{"image_id": i, "category_id": c} for i, c in ((0, 7), (1, 8), (1, 8), (2, 7), (2, 8))],
    "categories": [{"id": 7, "name": "cat"}, {"id": 8, "name": "dog"}],
}
TWO = {"train cat": ["1.jpg", "3.jpg"], "train dog": ["2.jpg"]}
LISTS: dict[str, tuple[dict[str, Content], dict[str, list[str]]]] = {
    "Edge Impulse": (
        images("training/a.1.jpg", "training/b.2.jpg", "testing/c.3.jpg", "testing/d.4.jpg")
        | {"info.labels": {"version": 1, "files": EDGE_FILES}},
        {
            "train cat": ["training/a.1.jpg"],
            "train dog": ["training/b.2.jpg"],
            "test cat": ["testing/c.3.jpg"],
        },
    ),
    "Label Studio's JSON": (
        images("photos/one.jpg", "photos/two a.jpg", "photos/three.jpg", "photos/four.jpg")
        | {"project-3.json": STUDIO},
        {"train cat": ["photos/one.jpg", "photos/three.jpg"], "train dog": ["photos/two a.jpg"]},
    ),
    "Label Studio's JSON-MIN": (
        images("0a1b2c3d-1.jpg", "2.jpg", "3.jpg")
        | {
            "min.json": [
                {"image": "/data/upload/1/0a1b2c3d-1.jpg", "id": 1, "choice": "cat", "annotator": 1},
                {"image": "/data/upload/1/2.jpg", "id": 2, "choice": "dog", "annotator": 1},
                {"image": "/data/upload/1/3.jpg", "id": 3, "choice": {"choices": ["cat", "dog"]}},
            ]
        },
        {"train cat": ["0a1b2c3d-1.jpg"], "train dog": ["2.jpg"]},
    ),
    "COCO": (
        images(*(f"images/{i}.jpg" for i in range(4))) | {"annotations/instances.json": COCO},
        {"train cat": ["images/0.jpg"], "train dog": ["images/1.jpg"]},
    ),
    "a list for each split": (
        images("train/1.jpg", "train/2.jpg", "valid/1.jpg", "test/9.jpg")
        | {
            "train/_classes.csv": "filename, cat, dog\n1.jpg, 1, 0\n2.jpg, 0, 1\n",
            "valid/_classes.csv": "filename, cat, dog\n1.jpg, 0, 1\n",
        },
        {"train cat": ["train/1.jpg"], "train dog": ["train/2.jpg"], "validation dog": ["valid/1.jpg"]},
    ),
    "file names without endings": (
        images("train/1.jpg", "train/2.jpg", "test/1.jpg")
        | {"train.csv": "id,breed\n1,cat\n2,dog\n", "sample_submission.csv": "id,cat,dog\n1,0.5,0.5\n"},
        {"train cat": ["train/1.jpg"], "train dog": ["train/2.jpg"]},
    ),
    "a column for the split": (
        images("1.jpg", "2.jpg")
        | {"metadata.csv": "file_name,label,split\n1.jpg,cat,train\n2.jpg,cat,test\n"},
        {"train cat": ["1.jpg"], "test cat": ["2.jpg"]},
    ),
    "no names of columns": (
        images("1.jpg", "2.jpg", "3.jpg") | {"a.csv": "1.jpg,cat\n2.jpg,dog\n3.jpg,cat\n"},
        TWO,
    ),
    "semicolons, a byte order mark, numbers": (
        images("1.jpg", "2.jpg", "3.jpg")
        | {"Blätter.csv": "\ufeffBild;Anzahl;Class\r\n1.jpg;4;cat\r\n2.jpg;5;dog\r\n3.jpg;6;cat\r\n"},
        TWO,
    ),
}


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_of_labels_gives_the_classes(kind: str, tmp_path: Path) -> None:
    files, expected = LISTS[kind]
    listing = listed(made(tmp_path / "data", files))
    assert arranged(listing) == expected
    assert listing.lists
    assert len(listing.unlabeled) == list(files.values()).count(IMAGE) - len(listing.files)
    first, *rest = of_listing(listing)
    assert (first.kind, first.values["list"]) == ("labels", listing.lists[0])
    assert all(finding.kind in ("unlabelled", "alike") for finding in rest)


def test_class_folders_are_believed_and_tables_beside_them_are_not_read(tmp_path: Path) -> None:
    files = images("cat/1.jpg", "dog/2.jpg") | {"photographers.csv": "file,label\n1.jpg,Ann\n2.jpg,Ben\n"}
    listing = listed(made(tmp_path / "data", files))
    assert arranged(listing) == {"train cat": ["cat/1.jpg"], "train dog": ["dog/2.jpg"]}
    assert listing.lists == ()


REFUSED: dict[str, tuple[dict[str, Content], str, str]] = {
    "damaged JSON": (images("1.jpg") | {"a.json": "[{"}, "data-labels-unreadable", "a.json"),
    "endless JSON": (images("1.jpg") | {"a.json": "[" * 100_000}, "data-labels-unreadable", "a.json"),
    "other JSON": (
        images("1.jpg") | {"a.json": {"name": "x"}},
        "data-labels-unreadable",
        "no list of labels",
    ),
    "boxes": (
        images("1.jpg") | {"bounding_boxes.labels": {"version": 1, "boundingBoxes": {}}},
        "data-labels-unreadable",
        "boxes",
    ),
    "no column of images": (
        images("1.jpg") | {"a.csv": "x,y\n1000,2\n"},
        "data-labels-unreadable",
        "columns",
    ),
    "no column of classes": (
        images("1.jpg") | {"a.csv": "file,width,height\n1.jpg,2,3\n"},
        "data-labels-unreadable",
        "'label' or 'class'",
    ),
    "no class": (
        images("1.jpg") | {"a.csv": "file,label\n1.jpg,\n"},
        "data-labels-unreadable",
        "exactly one",
    ),
    "an open quote": (
        images("1.jpg") | {"a.csv": 'file,label\n1.jpg,"cat\n'},
        "data-labels-unreadable",
        "a.csv",
    ),
    "many values": (
        images("1.jpg") | {"a.csv": "file,label\n" + "a\n" * (9 << 20)},
        "data-labels-unreadable",
        "values",
    ),
    "many values in JSON": (
        images("1.jpg") | {"a.json": "[{}" + ",{}" * (9 << 20) + "]"},
        "data-labels-unreadable",
        "values",
    ),
    "a long row among many": (
        images("1.jpg") | {"a.csv": "file,label" + "," * 4000 + "\na" * 4000},
        "data-labels-unreadable",
        "values",
    ),
    "a name of its own for each": (
        images("1.jpg") | {"a.json": [{str(number): 1} for number in range(4000)]},
        "data-labels-unreadable",
        "values",
    ),
    "no images": ({"project.json": STUDIO}, "data-labels-no-images", "4 images"),
    "only other images": (images("x.jpg") | {"coco.json": COCO}, "data-labels-no-images", "0.jpg"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_list_that_is_of_no_use_is_named(kind: str, tmp_path: Path) -> None:
    files, code, words = REFUSED[kind]
    with pytest.raises(SqueezeError) as caught:
        listed(made(tmp_path / "data", files))
    assert caught.value.code == code
    assert words in caught.value.happened


def test_what_looks_like_an_address_and_is_none_is_a_name(tmp_path: Path) -> None:
    rows: list[object] = [
        {"image": f"http://[x/{n}.jpg", "choice": name} for n, name in ((1, "cat"), (2, "dog"))
    ]
    listing = listed(made(tmp_path / "data", images("1.jpg", "2.jpg") | {"a.json": rows}))
    assert arranged(listing) == {"train cat": ["1.jpg"], "train dog": ["2.jpg"]}


def test_many_images_of_one_name_are_found_by_the_folders_above_them(tmp_path: Path) -> None:
    count = 20_000
    paths = tuple(tmp_path / f"s{n}" / "images" / "x.jpg" for n in range(count))
    index = _Index(Folder(tmp_path, paths, ()))
    found = [index.find(f"s{n}/images/x.jpg", (), None) for n in range(count)]
    assert found == list(paths)
    assert [index.find(f"q{n}/x.jpg", (), None) for n in range(count)] == [None] * count
    assert index.find("x.jpg", ("s7",), None) == paths[7]


def test_many_classes_without_a_name_keep_their_numbers() -> None:
    numbers = [f"n{n:08}" for n in range(50_000)]
    assert _class_names(numbers, None) == dict(zip(numbers, numbers, strict=True))
