"""From a request that concerns boards to the work itself. None of it needs TensorFlow."""

from __future__ import annotations

import msgspec

from core.events import Succeeded
from core.reading import resolved
from core.requests import (
    BoardRequest,
    BoardsRequest,
    FlashPlanRequest,
    FlashRequest,
    LiveRequest,
    VirtualBoardRequest,
    WatchRequest,
)
from core.task import Task


def perform_board_job(request: BoardRequest, task: Task) -> Succeeded:
    """Do what is asked and return the terminal event that tells its result. Raises as `core.jobs.perform`."""
    match request:
        case BoardsRequest():
            return _boards(request)
        case FlashRequest():
            return _flash(request, task)
        case FlashPlanRequest():
            return _flash_plan(request)
        case LiveRequest():
            return _live(request, task)
        case WatchRequest():
            return _watch(request, task)
        case VirtualBoardRequest():
            return _virtual_board(request, task)


def _boards(request: BoardsRequest) -> Succeeded:
    from core.pipeline.board_choice import list_boards

    return Succeeded(figures=msgspec.to_builtins(list_boards(request)))


def _flash(request: FlashRequest, task: Task) -> Succeeded:
    from core.pipeline.deployment import flash

    return Succeeded(result=request.port, figures=msgspec.to_builtins(flash(request, task)))


def _flash_plan(request: FlashPlanRequest) -> Succeeded:
    from core.pipeline.flash_plan import flash_plan

    return Succeeded(result=request.run, figures=msgspec.to_builtins(flash_plan(request)))


def _live(request: LiveRequest, task: Task) -> Succeeded:
    from core.pipeline.live import live

    live(request, task)
    return Succeeded(result=request.port)


def _watch(request: WatchRequest, task: Task) -> Succeeded:
    from core.boards.watching import watch
    from core.pipeline.board_results import Watched

    hello, count = watch(request.port, request.pictures, task)
    watched = Watched(port=request.port, board=hello.profile, virtual=bool(hello.is_virtual), pictures=count)
    return Succeeded(result=request.port, figures=msgspec.to_builtins(watched))


def _virtual_board(request: VirtualBoardRequest, task: Task) -> Succeeded:
    from core.boards.profiles import VIRTUAL_BOARD
    from core.boards.virtual.cable import Faults
    from core.boards.virtual.serving import VirtualBoardSettings, serve

    settings = VirtualBoardSettings(
        board=request.board or VIRTUAL_BOARD,
        flash_file=request.flash_file,
        camera=request.camera,
        host=request.host,
        port=request.port,
        terminal=request.terminal,
        faults=msgspec.convert(request.faults, resolved(Faults)),
    )
    serve(settings, task)
    return Succeeded()
