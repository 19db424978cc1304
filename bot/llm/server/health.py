"""Whether the server is there: said in the log once when it goes away, and once when it is back."""

from __future__ import annotations

import threading
from collections.abc import Callable

import structlog

from bot.errors import ModelError

log = structlog.get_logger(__name__)


class Health:
    """What is known of the server; safe to use from several threads. `now` are seconds that only grow."""

    def __init__(self, url: str, now: Callable[[], float]) -> None:
        self._url, self._now = url, now
        self._lock = threading.Lock()
        self._since: float | None = None

    @property
    def is_down(self) -> bool:
        """True from a failure until something was answered: meanwhile one try is enough, for the inbox comes back."""
        return self._since is not None

    def failed(self, error: ModelError) -> None:
        """A request came to nothing, after all tries."""
        with self._lock:
            first, self._since = self._since is None, self._since if self._since is not None else self._now()
        if first:
            log.warning("the model server is down; what people say is kept", url=self._url, error=str(error))

    def answered(self) -> None:
        """It said something sensible."""
        with self._lock:
            since, self._since = self._since, None
        if since is not None:
            log.info("the model server is back", url=self._url, away_s=round(self._now() - since))
