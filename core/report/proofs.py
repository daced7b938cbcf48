"""What was proved of a run's last file, and how it fits its board."""

from __future__ import annotations

from dataclasses import dataclass

from core.boards import profiles
from core.report.contents import RunContents
from core.runs.summary import BoardFigures

_RUNTIMES = {
    "keras": "Keras",
    "litert": "LiteRT",
    "tflm": "TensorFlow Lite Micro",
    "litert-decoded": "LiteRT, decoded by this program",
}


@dataclass(frozen=True)
class Proof:
    """Something that was checked, and whether it holds."""

    holds: bool
    claim: str
    evidence: str


def runtime_name(runtime: str) -> str:
    """What a person calls a runtime."""
    return _RUNTIMES.get(runtime, runtime)


def board_name(board: BoardFigures) -> str:
    """The name of a board, or its id when it is none that is known."""
    return profiles.board_name(board.profile)


def proofs_of(contents: RunContents) -> tuple[Proof, ...]:
    """The proofs of the Huffman stage and of the board, as far as there are some."""
    return (*_coding_proofs(contents), *_board_proofs(contents))


def _coding_proofs(contents: RunContents) -> tuple[Proof, ...]:
    figures = contents.summary.of("huffman") if contents.summary else None
    if figures is None or contents.summary is None:
        return ()
    made = []
    proofs = contents.huffman.proofs if contents.huffman else None
    if figures.decoded_identical is not None:
        tensors = f"{proofs.decoded_tensors} tensors decoded by this program" if proofs else ""
        if proofs and proofs.tflm_tensors:
            tensors += f", {proofs.tflm_tensors} read back from TensorFlow Lite Micro"
        made.append(
            Proof(figures.decoded_identical, "Every decoded weight is identical to the original.", tensors)
        )
    if figures.identical_outputs is not None:
        images = contents.summary.dataset.test_images
        made.append(
            Proof(
                figures.identical_outputs == images,
                "The coded file and the plain file give identical outputs.",
                f"{figures.identical_outputs:,} of {images:,} test images, "
                f"in {runtime_name(figures.runtime)}",
            )
        )
    return tuple(made)


def _board_proofs(contents: RunContents) -> tuple[Proof, ...]:
    board = contents.summary.board if contents.summary else None
    if board is None or board.agreement is None:
        return ()
    agreed, _, total = board.agreement.partition("/")
    what = "The virtual board" if board.virtual else "The board"
    return (
        Proof(
            agreed == total,
            f"{what} agrees with the file.",
            f"{agreed} of {total} test images on {board_name(board)}",
        ),
    )
