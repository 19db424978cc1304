"""What a person did outside of their conversation with the bot, and is answered there all the same.

A slash command is typed in any channel, a message is picked in any other: where its person's direct conversation is,
the platform may have to ask. So the listener stores it in a lane of its own, at once; here it is put into the lane of
the direct conversation, behind what was said there before it. Twice is once: the id of the second event follows from
that of the first.
"""

from __future__ import annotations

from bot.handlers.desk import Desk
from bot.ports import Effects, InboxEvent

ELSEWHERE = "elsewhere"


def handle_elsewhere(event: InboxEvent, desk: Desk) -> bool:
    """Put what happened into the person's direct conversation. Raises PlatformError while the platform is away."""
    platform = desk.platforms[event.platform]
    address = platform.direct_address(desk.person(event.platform, event.person_id))
    desk.store.receive(
        InboxEvent(
            id=f"{event.id}:here",
            platform=event.platform,
            kind=str(event.payload["kind"]),
            lane=platform.lane(address),
            person_id=event.person_id,
            payload={**event.payload["payload"], "address": dict(address)},
            received_at=event.received_at,
        )
    )
    return desk.store.commit(Effects(), completes=event.id)
