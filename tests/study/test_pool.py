"""Processes of our own: what they see, and what is there before their first block."""

import os
import sys

import pytest

from negotiation.study.pool import load_ahead, own_processes

pytestmark = pytest.mark.slow
LOADED = "negotiation.study.warm"


def seen(_):
    return os.environ.get("NEGOTIATION_CACHE"), LOADED in sys.modules


def test_workers_see_the_environment_as_it_is_now(monkeypatch, tmp_path):
    load_ahead()
    monkeypatch.setenv("NEGOTIATION_CACHE", str(tmp_path))
    with own_processes(2) as pool:
        assert {where for where, _ in pool.map(seen, range(4))} == {str(tmp_path)}


@pytest.mark.skipif(sys.platform == "win32", reason="nothing to fork from")
def test_workers_begin_with_everything_loaded():
    with own_processes(1) as pool:
        assert all(loaded for _, loaded in pool.map(seen, range(2)))
