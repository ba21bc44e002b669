"""`negotiation serve`: the classroom, on this computer or for everybody in the room."""

import socket
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from negotiation.classroom.web.app import Setting

HERE, EVERYWHERE = "127.0.0.1", "0.0.0.0"
LESSONS = 6


def serve(
    lan: Annotated[bool, typer.Option("--lan", help="Let other computers in the room join.")] = False,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 for any free one.")] = 8000,
    scenario: Annotated[
        str, typer.Option(help="The shipped scenario that games begin with.")
    ] = "teaching-first-numbers",
    lesson: Annotated[int | None, typer.Option(min=1, max=LESSONS, help="Take the scenario of a lesson.")] = None,
    weeks: Annotated[
        int | None, typer.Option(min=1, max=260, help="How long games last; default the scenario's.")
    ] = None,
    store: Annotated[Path, typer.Option(metavar="FILE", help="Where games are kept.")] = Path("classroom.sqlite"),
) -> None:
    """Play, watch and debrief in the browser: prints the address, a QR code and the teacher's key."""
    from negotiation.classroom.needs import needed

    needed()
    from negotiation.classroom.lessons import lesson_setting
    from negotiation.classroom.web.app import LOCAL, Setting, make_app
    from negotiation.classroom.web.server import run
    from negotiation.scenario.shipped import shipped_path

    if lesson is not None:
        scenario, weeks = lesson_setting(lesson, weeks)
    shipped_path(scenario)
    listener = listening(EVERYWHERE if lan else HERE, port)
    own = own_address() if lan else HERE
    address = f"http://{own}:{listener.getsockname()[1]}"
    names = (socket.gethostname(), f"{socket.gethostname()}.local") if lan else ()
    setting = Setting(store, scenario, weeks, (*LOCAL, *names), address if lan else None)
    app = make_app(setting)
    announce(address, app.state.teacher_key, setting)
    run(app, listener)


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens; OSError names the port where it is taken."""
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as error:
        listener.close()
        raise OSError(error.errno, f"{error.strerror}; try --port {port + 1}", f"port {port}") from None
    return listener


def own_address() -> str:
    """This computer's address in the room's network; nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("10.255.255.255", 1))
            return str(probe.getsockname()[0])
        except OSError:
            return HERE


def announce(address: str, key: str, setting: "Setting") -> None:
    """Say where to go, as words and as a square to photograph."""
    import io

    import segno

    square = io.StringIO()
    segno.make(address, micro=False).terminal(square, compact=True)
    typer.echo(square.getvalue())
    typer.echo(f"Students:  {address}")
    typer.echo(f"Teacher:   {address}/teacher")
    typer.echo(f"Key:       {key}")
    typer.echo(f"Scenario:  {setting.scenario}; games are kept in {setting.store}. Ctrl-C ends.")
