"""What lies in `with_torch` needs the `training` extra: without it, it is no part of the suite."""

from importlib.util import find_spec

collect_ignore = [] if find_spec("torch") and find_spec("matplotlib") else ["with_torch"]
