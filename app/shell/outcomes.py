"""How a task ended, said on the page that asked for it, with a button that goes on."""

from __future__ import annotations

from app.session import Session
from app.texts import translate
from app.widgets.banner import Action, Banner
from core.events import AnyEvent, Crashed, Failed, Stopped
from core.requests import FetchWeightsRequest, RunRequest

_KILLED = -9


def show_outcome(banner: Banner, session: Session, outcome: AnyEvent) -> str:
    """Say on its page's banner how a task ended when that was not well; the sentence for the bar below."""
    match outcome:
        case Failed(happened=happened, remedy=remedy, detail=detail):
            banner.say("bad", happened, remedy, _ways_on(session), detail)
            return happened
        case Crashed(exit_code=code, last_log=lines):
            happened = _crash(code)
            remedy = translate(
                "Outcome", "Everything up to the last finished epoch is kept. Go on from there."
            )
            banner.say("bad", happened, remedy, _ways_on(session), "\n".join(lines))
            return happened
        case Stopped():
            kept = translate("Outcome", "Stopped. What is finished is kept.")
            banner.say("warning", kept, "", _ways_on(session))
            return kept
        case _:
            banner.silence()
            return ""


def _ways_on(session: Session) -> tuple[Action, ...]:
    match session.request:
        case RunRequest(until=stage):
            return (Action(translate("Outcome", "Go on"), lambda: session.start(stage)),)
        case FetchWeightsRequest() as request:
            return (Action(translate("Outcome", "Try again"), lambda: session.start_task(request, "train")),)
        case _:
            return ()


def _crash(code: int) -> str:
    if code == _KILLED:
        return translate("Outcome", "The work was ended from outside, by the system or another program.")
    return translate("Outcome", "The work broke off unexpectedly (code {code}).").format(code=code)
