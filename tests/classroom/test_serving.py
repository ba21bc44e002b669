"""What `negotiation serve` listens on: this computer alone, unless it is told otherwise."""

import pytest
from typer.testing import CliRunner

from negotiation.cli import app


@pytest.fixture
def served(monkeypatch, tmp_path):
    """Start the command without serving: the address it listens on, the names it answers to, and what it prints."""

    def start(*options):
        caught = {}

        def run(application, listener):
            caught["bound"] = listener.getsockname()[0]
            caught["hosts"] = application.state.setting.hosts
            caught["key"] = application.state.teacher_key
            application.state.store.close()
            listener.close()

        monkeypatch.setattr("negotiation.classroom.web.server.run", run)
        told = CliRunner().invoke(app, ["serve", "--port", "0", "--store", str(tmp_path / "games.sqlite"), *options])
        assert told.exit_code == 0, told.output
        return caught, told.output

    return start


def test_without_lan_only_this_computer_is_listened_to(served):
    caught, said = served()
    assert caught["bound"] == "127.0.0.1"
    assert set(caught["hosts"]) == {"127.0.0.1", "localhost", "::1"}
    assert "http://127.0.0.1:" in said
    assert caught["key"] in said


def test_with_lan_the_room_can_join(served):
    caught, said = served("--lan")
    assert caught["bound"] == "0.0.0.0"
    assert "Students:  http://" in said


def test_the_key_stays_the_same_for_a_store(served):
    assert served()[0]["key"] == served()[0]["key"]
    assert len(served()[0]["key"]) >= 24
