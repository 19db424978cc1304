"""What happens by the clock: APScheduler jobs that call handlers. No logic is here; a job that is late runs once."""

from __future__ import annotations

from collections.abc import Callable

from apscheduler.schedulers.background import BackgroundScheduler

SWEEP_MINUTES = 5
RECOVER_SECONDS = 60
EXPIRE_SECONDS = 60
STATUS_SECONDS = 30


def scheduler(
    *,
    remind: Callable[[], object] | None,
    recover: Callable[[], object],
    expire: Callable[[], object],
    keep_status: Callable[[], object],
) -> BackgroundScheduler:
    """The jobs, not started yet: the reminder sweep, the writing of what a ledger's absence left approved, the sweep
    of what nobody decided in time, and the look at what a platform would soon stop showing.

    The sweep runs often because every person has a time zone of their own; a reminder is claimed before it is sent.
    """
    jobs = BackgroundScheduler(timezone="UTC", job_defaults={"coalesce": True, "max_instances": 1})
    if remind is not None:
        jobs.add_job(remind, "interval", minutes=SWEEP_MINUTES, id="remind", misfire_grace_time=None)
    jobs.add_job(recover, "interval", seconds=RECOVER_SECONDS, id="recover", misfire_grace_time=None)
    jobs.add_job(expire, "interval", seconds=EXPIRE_SECONDS, id="expire", misfire_grace_time=None)
    jobs.add_job(keep_status, "interval", seconds=STATUS_SECONDS, id="keep_status", misfire_grace_time=None)
    return jobs
