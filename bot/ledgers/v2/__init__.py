"""The v2 ledger: the in-house activity-report API that the first assistant was written against, spoken with `requests`.

It can add entries, create and assign projects, and add people. It has no call to take entries off, or to hand a month
in or take it back, and it gives nothing an id: `journal.py` and `writing.py` say how a write is made exactly once.
"""
