"""The option --act."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from core.commands import flash, run
from core.commands.actions import add_act_option, asked_actions
from core.errors import SqueezeError
from core.settings import ClassAction


def asked(*words: str) -> dict[str, ClassAction] | None:
    parser = argparse.ArgumentParser()
    add_act_option(parser)
    return asked_actions(parser.parse_args(list(words)))


@pytest.mark.parametrize(
    ("text", "label", "action"),
    [
        ("cup=pin:13", "cup", ClassAction(pin=13)),
        ("cup=pin:13,seconds:2.5", "cup", ClassAction(pin=13, seconds=2.5)),
        ("cup=at-least:0.9,times:3,pin:4", "cup", ClassAction(pin=4, at_least=0.9, times=3)),
        ("a cup=line:I see it, and a=b", "a cup", ClassAction(line="I see it, and a=b")),
        ("cup=times:2,line:x", "cup", ClassAction(line="x", times=2)),
        ("1+1=2=pin:5", "1+1=2", ClassAction(pin=5)),
    ],
)
def test_an_action_is_read(text: str, label: str, action: ClassAction) -> None:
    assert asked("--act", text) == {label: action}


def test_without_the_option_nothing_is_asked_and_none_removes_all() -> None:
    assert asked() is None
    assert asked("--act", "none") == {}
    assert asked("--act", "a=pin:1", "--act", "b=pin:2") == {"a": ClassAction(pin=1), "b": ClassAction(pin=2)}


@pytest.mark.parametrize(
    "text", ["cup", "=pin:13", "cup=", "cup=pin", "cup=pin:x", "cup=led:13", "cup=pin:64", "cup=seconds:4"]
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(SqueezeError) as caught:
        asked("--act", text)
    assert caught.value.code == "setting-invalid"


def test_a_flash_and_a_run_take_actions() -> None:
    parser = argparse.ArgumentParser()
    flash.add_options(parser)
    given = parser.parse_args(["runs/a", "--port", "virtual", "--act", "cup=pin:13"])
    assert flash.flash_request(given).act == {"cup": ClassAction(pin=13)}
    with pytest.raises(SqueezeError, match="--act"):
        flash.flash_request(parser.parse_args(["--port", "virtual", "--erase", "--act", "cup=pin:13"]))
    parser = argparse.ArgumentParser()
    run.add_options(parser)
    request = run.run_request(parser.parse_args(["--data", "scenes", "--act", "cup=line:hello"]))
    assert request.settings is not None
    assert request.settings.act == {"cup": ClassAction(line="hello")}
    assert Path(request.folder).name
