"""`negotiation view`: the researcher's page on one scenario, by Mesa's SolaraViz."""

import os
from importlib.util import find_spec
from typing import Annotated

import typer

from negotiation.commands.scenario_option import DEFAULT_SCENARIO, Name

SETTINGS = {
    "SOLARA_APP": "negotiation.classroom.viewer",
    "SOLARA_MODE": "production",
    "SOLARA_TELEMETRY_MIXPANEL_ENABLE": "False",  # nobody is told
    "SOLARA_ASSETS_PROXY": "True",  # pages ask us, and we have solara-assets
}
HERE = "127.0.0.1"
NEEDED = ("solara", "solara_assets", "altair", "uvicorn")


def view(
    scenario: Name = DEFAULT_SCENARIO,
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen.")] = 8765,
) -> None:
    """Turn parameters and watch one world with Mesa's own viewer (pip install 'negotiation\\[viz]')."""
    from negotiation.classroom.needs import ClassroomError
    from negotiation.scenario import read_scenario

    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise ClassroomError(f"view: needs {', '.join(missing)}; install with: pip install 'negotiation[viz]'")
    read_scenario(scenario)
    os.environ.update({**SETTINGS, "NEGOTIATION_VIEW": scenario})
    # Not `solara run`: that asks a registry for newer versions.
    import uvicorn
    from solara.server.starlette import app

    typer.echo(f"http://{HERE}:{port}    Ctrl-C ends.")
    uvicorn.run(app, host=HERE, port=port, log_level="warning")
