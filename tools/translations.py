"""Collects the texts of window and engine for translators, and compiles what they have translated.

    python3 dev.py translations            new texts into resources/translations/*.ts, and *.qm made of them
    python3 dev.py translations --missing  the texts that a language still lacks, one a line

English has a file, too, with nothing but the texts that depend on a number ("1 class", "2 classes").
Qt's own tools do the work. The engine knows nothing of Qt: its sentences are handed to them in a file that is
made for the purpose and not kept.
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_type_hints
from xml.etree import ElementTree

import PySide6

from core import errors, settings
from core.boards import pin_use
from core.boards.flasher.failures import UNKNOWN
from core.boards.link import codes
from core.datasets.findings import sentence_of
from core.datasets.images import Problem
from core.files import SPECIAL_KINDS

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
LANGUAGES = ("de", "ko")
"""The languages that every text is translated to."""
ALL = ("en", *LANGUAGES)
"""English is among them for its plurals."""
_FINDINGS = ROOT / "core" / "datasets" / "findings.py"
_WORDS_IN_ERRORS = errors.WORDS_IN_ERRORS - {"sentence"}
"""In the engine's code a `sentence` is another one: those in errors are all in `codes.WORDS`."""
_WORDS_WITH_NUMBERS = (
    "waited {0} seconds",
    "{0} damaged frames",
    "failure {0}, which this program does not know",
    "it has {0} bytes, the flash {1}",
    "it takes {0} values and gives {1}",
    "it has {0} inputs and {1} outputs instead of one of each",
    "it did not finish within {0} s",
    "its tensors take more than {0} MB",
    "the process that ran it ended with code {0}",
    "{0} of {1} output codes differ",
    "decoded, it has {0} bytes instead of {1}",
    "decoded, it differs from byte {0} on",
)
"""Words in errors that are made with numbers: the window knows them by these."""
_TOLD = {"status": "Status"}
"""Methods of the engine that tell a person a sentence, and the contexts of those sentences."""


def main(arguments: list[str]) -> int:
    """Collect and compile; with --missing, say what is not translated (exit code 1 when anything is not)."""
    if arguments == ["--missing"]:
        missing = {language: untranslated(source_file(language)) for language in ALL}
        for language, texts in missing.items():
            for context, text in texts:
                sys.stdout.write(f"{language}  {context}: {text!r}\n")
        return 1 if any(missing.values()) else 0
    for language in ALL:
        collect(source_file(language))
        compile_texts(source_file(language), compiled_file(language))
        count = len(untranslated(source_file(language)))
        sys.stdout.write(f"{language}: {count} texts not translated\n")
    return 0


def source_file(language: str) -> Path:
    """Where a language's texts are."""
    return FOLDER / f"squeeze-studio_{language}.ts"


def compiled_file(language: str) -> Path:
    """What the program loads for a language."""
    return FOLDER / f"squeeze-studio_{language}.qm"


def collect(target: Path) -> None:
    """Bring the texts of this version into a .ts file; translations that are there stay."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        marked = Path(name) / "engine_texts.py"
        marked.write_text(_marked_engine_texts(), encoding="utf-8")
        sources = [*sorted((ROOT / "app").rglob("*.py")), marked]
        listing = Path(name) / "sources"
        listing.write_text("\n".join(map(str, sources)), encoding="utf-8")
        options = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
        language = target.stem.rpartition("_")[2]
        options += ["-target-language", language, *(["-pluralonly"] if language == "en" else [])]
        _run("lupdate", *options, f"@{listing}", "-ts", str(target))


def compile_texts(source: Path, target: Path) -> None:
    """Make of a .ts file what the program loads."""
    _run("lrelease", str(source), "-qm", str(target))


def texts(source: Path) -> Iterator[tuple[str, str, str, bool]]:
    """Of each text in a .ts file: its context, itself, its translation, and whether that is finished.

    A text that depends on a number has a translation for each plural of the language, one a line here.
    """
    for context in ElementTree.parse(source).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            finished = translation is not None and translation.get("type") is None
            words = "" if translation is None else _words(translation)
            yield context.findtext("name", ""), message.findtext("source", ""), words, finished


def _words(translation: ElementTree.Element) -> str:
    forms = [form.text or "" for form in translation.findall("numerusform")]
    return ("\n".join(forms) if all(forms) else "") if forms else translation.text or ""


def untranslated(source: Path) -> list[tuple[str, str]]:
    """Context and text of each text in a .ts file that has no finished translation."""
    return [(context, text) for context, text, words, done in texts(source) if not (done and words)]


def engine_texts() -> Iterator[tuple[str, str]]:
    """Context and text of each sentence that the engine tells a person."""
    for row in errors.TABLE.values():
        yield "Errors", row.happened
        yield "Errors", row.remedy
    yield from (("Errors", text) for text in _words_in_errors())
    for section in (settings.RunSettings, *get_type_hints(settings.RunSettings).values()):
        for name in getattr(section, "__struct_fields__", ()):
            if words := settings.description(section, name):
                yield "Settings", words
    yield from _told_texts()


def _words_in_errors() -> Iterator[str]:
    """The literal words that fill the sentences of errors: values of such a name, or variables."""
    for words in codes.WORDS.values():
        yield from words
    yield from (
        *UNKNOWN.values(),
        *pin_use.WORDS.values(),
        *(kind for _, kind in SPECIAL_KINDS),
        *_WORDS_WITH_NUMBERS,
    )
    for path in sorted((ROOT / "core").rglob("*.py")):
        # What only the command line says is said in English.
        if "commands" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            name, value = "", getattr(node, "value", None)
            if isinstance(node, ast.keyword):
                name = node.arg or ""
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                name = node.targets[0].id
            elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "_say":
                name, value = "doing", node.args[0]
            text = value.value if isinstance(value, ast.Constant) else None
            if name in _WORDS_IN_ERRORS and isinstance(text, str) and text:
                yield text


def _told_texts() -> Iterator[tuple[str, str]]:
    """The literal sentences that the engine's code tells."""
    for path in sorted((ROOT / "core").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            context, text = _TOLD.get(node.func.attr), node.args[0]
            if context and isinstance(text, ast.Constant) and isinstance(text.value, str):
                yield context, text.value
    yield from (("Findings", text) for text in _sentences_of_findings())
    for problem in Problem:
        yield "Findings", sentence_of(problem)


def _sentences_of_findings() -> Iterator[str]:
    """What is assigned to `sentence`, and what else is handed over with a place for a value in it."""
    for node in ast.walk(ast.parse(_FINDINGS.read_text(encoding="utf-8"))):
        is_sentence = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "sentence"
        values = [node.value] if isinstance(node, ast.Assign) and is_sentence else []
        values += node.args if isinstance(node, ast.Call) else []
        for value in values:
            text = value.value if isinstance(value, ast.Constant) else None
            if isinstance(text, str) and (is_sentence or "{" in text):
                yield text


def _marked_engine_texts() -> str:
    lines = [f"QT_TRANSLATE_NOOP({context!r}, {text!r})" for context, text in sorted(set(engine_texts()))]
    return "\n".join(["# coding: utf-8", *lines, ""])


def _run(tool: str, *arguments: str) -> None:
    command = [str(Path(PySide6.__file__).parent / tool), *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    if answer.returncode:
        raise RuntimeError(f"{tool} failed: {answer.stdout}{answer.stderr}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
