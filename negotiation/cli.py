"""The commands. Each imports what is heavy when it runs, so that --help answers at once."""

import functools
import os
import sys
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Annotated, NoReturn, ParamSpec

import typer

from negotiation.commands import (
    advise,
    against_record,
    bargaining,
    doubts,
    economy,
    lesson,
    replay,
    serve,
    studies,
    tournament,
    view,
    why,
)
from negotiation.commands.scenario_option import DEFAULT_SCENARIO, Changes, Name, Out, Quiet, Seed, Workers, scenario_of
from negotiation.study.workers import workers_for

MISTAKE, STOPPED = 2, 130  # exit codes
PARSER_WORDS = {  # the parser's -> ours
    "Input should be a valid integer, unable to parse string as an integer": "must be a whole number",
    "Input should be a valid number, unable to parse string as a number": "must be a number",
}
Arguments = ParamSpec("Arguments")

app = typer.Typer(
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line; a mistake is one clear line on stderr, never a traceback."""
    try:
        code = app(args=arguments, prog_name="negotiation", standalone_mode=False)
    except Exception as error:
        # The parser's own errors know their sentence.
        sentence = getattr(error, "format_message", None)
        if sentence is None:
            raise
        code = said(with_value(sentence(), error, arguments) or "no command; try --help", MISTAKE)
    sys.exit(code if isinstance(code, int) else 0)


def with_value(sentence: str, error: Exception, arguments: Sequence[str] | None) -> str:
    """The parser's sentence on an option, in plain words and with the value that was given."""
    for told, plain in PARSER_WORDS.items():
        sentence = sentence.replace(told, plain)
    given = list(sys.argv[1:] if arguments is None else arguments)
    names = getattr(getattr(error, "param", None), "opts", ())
    values = [value for name, value in pairwise(given) if name in names]
    values += [each.partition("=")[2] for each in given if each.partition("=")[0] in names and "=" in each]
    got = f", got '{values[-1]}'" if values and values[-1] not in sentence else ""
    return sentence.rstrip(".") + got


def print_version(asked: bool) -> None:
    """Say the version and stop, where it is asked for."""
    if asked:
        from importlib.metadata import version

        typer.echo(f"negotiation {version('negotiation')}")
        raise typer.Exit


def plainly(command: Callable[Arguments, None]) -> Callable[Arguments, None]:
    """The command, with the user's mistakes and Ctrl-C said in one line each and told by the exit code."""

    @functools.wraps(command)
    def plain(*arguments: Arguments.args, **options: Arguments.kwargs) -> None:
        try:
            command(*arguments, **options)
        except KeyboardInterrupt as stop:
            raise typer.Exit(said(str(stop) or "interrupted", STOPPED)) from None
        except BrokenPipeError:
            # Whoever read our output has enough of it, as `head` does.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(0) from None
        except OSError as error:
            raise typer.Exit(said(file_sentence(error), MISTAKE)) from None
        except ValueError as error:
            if not is_a_mistake(error):
                raise
            raise typer.Exit(said(str(error), MISTAKE)) from None

    return plain


@app.callback()
def about(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True, help="Say the version and exit.")
    ] = False,
) -> None:
    """How a trade dispute plays out: two governments, allies and constituencies, in thousands of worlds."""


@app.command()
@plainly
def run(
    scenario: Name = DEFAULT_SCENARIO,
    worlds: Annotated[int, typer.Option(help="How many worlds to play.")] = 1000,
    seed: Seed = 2025,
    out: Out = None,
    changes: Changes = None,
    workers: Workers = None,
    json: Annotated[bool, typer.Option("--json", help="Print the summary alone, as JSON.")] = False,
    quiet: Quiet = False,
    uncertain: doubts.Uncertain = None,
) -> None:
    """Play many worlds of a scenario: how they end, in figures, tables and a page."""
    from negotiation.study.ensemble import Ensemble, even_block, play
    from negotiation.study.folder import default_folder, json_text
    from negotiation.study.screen import print_outcomes, progress

    at_work = workers_for(worlds, workers)
    ensemble = Ensemble(scenario_of(scenario, changes), worlds, seed, even_block(worlds, at_work))
    folder = out or default_folder(ensemble.scenario.name, seed, worlds)
    shown = not (json or quiet)
    with progress(shown) as on_progress:
        summary = play(ensemble, folder, at_work, on_progress, tuple(sys.argv))
    if shown:
        print_outcomes(summary, folder, changes or ())
    with progress(shown) as on_progress:
        doubts.play_beside_and_draw(ensemble, folder, doubts.Asked(uncertain, workers), on_progress)
    if json:
        typer.echo(json_text(summary))
    elif quiet:
        typer.echo(folder)
    else:
        doubts.print_beside(folder, summary)


@app.command()
@plainly
def watch(
    scenario: Name = DEFAULT_SCENARIO,
    world: Annotated[int, typer.Option(help="Which world of the ensemble.")] = 417,
    seed: Seed = 2025,
    changes: Changes = None,
) -> None:
    """Tell one dispute week by week, each move with its reason."""
    from negotiation.study.screen import print_story, progress
    from negotiation.study.telling import played_world

    with progress(shown=True) as on_progress:
        told = played_world(scenario_of(scenario, changes), seed, world, on_progress)
    print_story(told)


@app.command()
@plainly
def check(
    scenarios: Annotated[
        list[str], typer.Argument(metavar="SCENARIO", help="Scenario files, or names of shipped ones.")
    ],
) -> None:
    """Check scenarios: every fault, or every assumption and what a deal is worth to each side."""
    from negotiation.scenario import ScenarioError
    from negotiation.study.inspection import print_check

    faulty = False
    for name in scenarios:
        try:
            print_check(scenario_of(name, None))
        except ScenarioError as error:
            said(str(error), MISTAKE)
            faulty = True
    if faulty:
        raise typer.Exit(MISTAKE)


@app.command()
@plainly
def scenarios() -> None:
    """List the scenarios that come with the program."""
    from negotiation.scenario import shipped

    found = shipped()
    width = max((len(name) for name, _, _ in found), default=0)
    for name, title, _ in found:
        typer.echo(f"{name:<{width}}  {title}")


app.command()(plainly(bargaining.bargain))
app.command()(plainly(bargaining.analyze))
app.command()(plainly(why.why))
app.command()(plainly(serve.serve))
app.command()(plainly(view.view))
app.command()(plainly(advise.advise))
economy.add_to(app, plainly)
doubts.add_to(app, plainly)
studies.add_to(app, plainly)
lesson.add_to(app, plainly)
app.command()(plainly(replay.replay))
app.command()(plainly(tournament.tournament))
against_record.add_to(app, plainly)


def is_a_mistake(error: ValueError) -> bool:
    """Whether the user can mend it."""
    from negotiation.bargaining.errors import BargainingError
    from negotiation.economy import EconomyError
    from negotiation.scenario import ScenarioError
    from negotiation.study.errors import StudyError

    return isinstance(error, BargainingError | EconomyError | ScenarioError | StudyError)


def file_sentence(error: OSError) -> str:
    """A file's trouble in one line."""
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)


def said(sentences: str, code: int) -> int:
    """Print a mistake, a line each, and return the exit code."""
    for sentence in sentences.splitlines():
        typer.echo(f"error: {sentence}", err=True)
    return code
