"""What is said of a finding, in the language in force."""

from __future__ import annotations

from app.texts import QT_TRANSLATE_NOOP, translate
from core.events import Finding

_WORDS = {
    "unlabelled": QT_TRANSLATE_NOOP("Finding", "Outside the class folders, and not used: {count}"),
    "set-aside": QT_TRANSLATE_NOOP("Finding", "'{name}' is set aside: listed, but not used ({count})."),
    "alike": QT_TRANSLATE_NOOP("Finding", "'{name}' and '{partner}' are called almost the same."),
    "not-a-picture": QT_TRANSLATE_NOOP("Finding", "No pictures, whatever their names say: {count}"),
    "damaged": QT_TRANSLATE_NOOP("Finding", "Damaged or cut short: {count}"),
    "too-small": QT_TRANSLATE_NOOP("Finding", "Too small to show anything: {count}"),
    "too-large": QT_TRANSLATE_NOOP("Finding", "Too large to be read: {count}"),
    "missing": QT_TRANSLATE_NOOP("Finding", "Links that lead nowhere: {count}"),
    "in-two-splits": QT_TRANSLATE_NOOP("Finding", "Copies of pictures in a later split, left out: {count}"),
    "copies": QT_TRANSLATE_NOOP("Finding", "Exact copies of others, kept together: {count}"),
    "near-copies": QT_TRANSLATE_NOOP(
        "Finding", "Near copies of others (one burst, or saved again), kept together: {count}"
    ),
    "near-copies-apart": QT_TRANSLATE_NOOP(
        "Finding", "Near copies of others: {count}. This run may divide them; a new run keeps them together."
    ),
    "near-in-two-splits": QT_TRANSLATE_NOOP(
        "Finding", "Near copies of pictures in a later split: {count}. The result looks better than it is."
    ),
    "one-burst": QT_TRANSLATE_NOOP(
        "Finding",
        "'{name}' is hardly more than one burst ({count}): take more where the board will look.",
    ),
    "one-background": QT_TRANSLATE_NOOP(
        "Finding",
        "'{name}' always has the same background ({count}): take some where the board will look.",
    ),
    "one-burst-classes": QT_TRANSLATE_NOOP(
        "Finding",
        "More classes that are hardly more than one burst: {count}; take more where the board will look.",
    ),
    "one-background-classes": QT_TRANSLATE_NOOP(
        "Finding",
        "More classes with always the same background: {count}; take some where the board will look.",
    ),
    "small": QT_TRANSLATE_NOOP("Finding", "Smaller than what the network sees, enlarged: {count}"),
    "one-class": QT_TRANSLATE_NOOP("Finding", "There is only one class: nothing to tell apart."),
    "empty-class": QT_TRANSLATE_NOOP("Finding", "'{name}' has no picture that can be used."),
    "too-few": QT_TRANSLATE_NOOP("Finding", "'{name}' has too few different pictures ({count})."),
    "few": QT_TRANSLATE_NOOP("Finding", "'{name}' has few pictures ({count}); 50 or more are better."),
    "too-few-classes": QT_TRANSLATE_NOOP("Finding", "More classes with too few different pictures: {count}"),
    "few-classes": QT_TRANSLATE_NOOP("Finding", "More classes with few pictures: {count}"),
    "imbalance": QT_TRANSLATE_NOOP(
        "Finding", "'{name}' has far fewer pictures ({count}) than others: training gives it more weight."
    ),
    "classes-differ": QT_TRANSLATE_NOOP("Finding", "'{name}' is missing from a split that the data brings."),
}
_IN_TWO = QT_TRANSLATE_NOOP("Finding", "The same pictures in '{name}' and in '{partner}', left out: {count}")
_IN_SEVERAL = QT_TRANSLATE_NOOP("Finding", "The same pictures in several classes, left out: {count}")


def words_of(finding: Finding) -> str:
    """A sentence for a person; the engine's own where there is none here."""
    text = _WORDS.get(finding.kind)
    if finding.kind == "in-two-classes":
        text = _IN_TWO if finding.partner else _IN_SEVERAL
    if text is None:
        return finding.text
    return translate("Finding", text).format(
        count=f"{finding.count:,}", name=finding.class_name, partner=finding.partner
    )
