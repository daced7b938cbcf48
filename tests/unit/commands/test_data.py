"""`squeeze data`, and the options that say which images are used."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from core import cli
from core.commands.run_settings import add_settings_options, new_settings
from core.commands.selection import finding_text
from core.errors import SqueezeError
from core.events import Finding
from core.settings import DataSettings
from tests.builders.images import write_bursts, write_classes


@pytest.fixture
def animals(tmp_path: Path) -> Path:
    folder = tmp_path / "animals"
    write_classes(folder, {"cat": 60, "dog": 55})
    return folder


def test_a_data_set_is_told_in_a_table(animals: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["data", str(animals), "--image-size", "32"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0].split() == ["class", "used", "listed"]
    assert "animals: 115 of 115 images are usable, in 2 classes, 40x40 pixels." in out


def test_findings_come_with_the_options_that_mend_them(
    animals: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (animals / "eel").mkdir()
    write_classes(animals, {"my cats": 3})
    assert cli.main(["data", str(animals)]) == 1
    out = capsys.readouterr().out
    assert "stops: Class 'eel' has no usable images. [--leave-out eel or --merge eel=OTHER]" in out
    assert "--leave-out 'my cats' or --merge 'my cats=OTHER'" in out
    mended = ["--leave-out", "eel", "--merge", "my cats=cat", "--set-aside", "dog/000.jpg"]
    assert cli.main(["data", str(animals), *mended]) == 0


def test_copies_between_the_own_splits_are_mended_by_an_option(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_classes(tmp_path / "data" / "train", {"cat": 60, "dog": 60})
    write_classes(tmp_path / "data" / "test", {"cat": 12, "dog": 12}, first_seed=59)
    assert cli.main(["data", str(tmp_path / "data")]) == 0
    out = capsys.readouterr().out
    assert "2 files excluded: copies of images in a later split." in out
    assert "or --split mixed]" in out
    assert cli.main(["data", str(tmp_path / "data"), "--split", "mixed"]) == 0
    assert "copies of images in a later split" not in capsys.readouterr().out
    assert cli.main(["data", str(tmp_path / "data"), "--split", "shuffled"]) == 2
    assert "setting-invalid" in capsys.readouterr().err


def test_near_copies_are_told_as_a_new_run_treats_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_bursts(tmp_path / "data", {"cup": 11, "pen": 11}, each=5)
    assert cli.main(["data", str(tmp_path / "data")]) == 0
    out = capsys.readouterr().out
    assert "88 files: near copies of others (bursts or resaved images), always in the same split." in out


def test_a_script_gets_the_whole_report(animals: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["data", str(animals), "--json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [(group["name"], group["pictures"]) for group in report["classes"]] == [("cat", 60), ("dog", 55)]
    assert report["ready"] is True
    assert Path(report["catalogue"]).is_file()


def test_a_class_that_is_not_there_is_wrong_usage(animals: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["data", str(animals), "--leave-out", "cats"]) == 2
    assert "error [data-name-unknown]: There is no class 'cats'" in capsys.readouterr().err


def settings(*words: str) -> DataSettings:
    parser = argparse.ArgumentParser()
    add_settings_options(parser)
    return new_settings(parser.parse_args(["--data", "scenes", *words])).data


def test_options_make_a_runs_selection() -> None:
    chosen = settings(
        *("--leave-out", "sea", "--leave-out", "forest/0001"),
        *("--set-aside", "street", "--merge", "glacier=mountain"),
        *("--set", "train.class_weights=off"),
    )
    assert chosen.leave_out == ("sea", "forest/0001")
    assert chosen.set_aside == ("street",)
    assert chosen.merge == {"glacier": "mountain"}


def test_nothing_is_chosen_where_nothing_is_said() -> None:
    assert (settings().leave_out, settings().set_aside, settings().merge) == ((), None, {})
    assert settings("--set", "data.set_aside=[]").set_aside == ()
    assert (settings().split, settings().near_copies) == ("own", "together")
    assert settings("--split", "mixed").split == "mixed"


@pytest.mark.parametrize("pair", ["cat", "cat=", "=dog", ""])
def test_a_merge_needs_two_classes(pair: str) -> None:
    with pytest.raises(SqueezeError) as caught:
        settings("--merge", pair)
    assert caught.value.code == "usage"


def test_a_selection_of_the_wrong_kind_is_refused() -> None:
    for assignment in ("data.leave_out=sea", "data.merge=[1]", "data.leave_out=[1]"):
        with pytest.raises(SqueezeError) as caught:
            settings("--set", assignment)
        assert caught.value.code == "setting-invalid"


def test_a_finding_about_many_images_has_no_endless_option() -> None:
    finding = Finding(
        kind="small",
        text="9 files smaller.",
        paths=tuple(f"cat/{number}.jpg" for number in range(9)),
        count=9,
        fixes=("leave-out", "set-aside"),
    )
    assert finding_text(finding) == "9 files smaller. (cat/0.jpg, cat/1.jpg, cat/2.jpg, ...)"
    few = Finding(kind="bad", text="1 file.", paths=("a b.jpg",), count=1, fixes=("leave-out",))
    assert finding_text(few) == "1 file. (a b.jpg) [--leave-out 'a b.jpg']"


def test_a_map_lists_likely_wrong_labels_and_is_written(
    animals: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "map.csv"
    assert cli.main(["data", str(animals), "--image-size", "32", "--map", str(table)]) == 0
    out = capsys.readouterr().out
    assert "of 115 labels are likely wrong." in out
    assert f"Written to {table}" in out
    assert len(table.read_text().splitlines()) == 116
    assert cli.main(["data", str(animals), "--image-size", "32", "--map", str(table)]) != 0
    assert "output-exists" in capsys.readouterr().err
    asked = ["data", str(animals), "--image-size", "32", "--map", str(table), "--force", "--json"]
    assert cli.main(asked) == 0
    assert len(json.loads(capsys.readouterr().out)["map"]["points"]) == 115
