"""Commands about the trade model alone: what tariffs do, which are best, and whether published numbers come out."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

if TYPE_CHECKING:
    from negotiation.economy import TradeModel

FIGURE, PNG = "--figure", ".png"
BELOW = ("optimal", "nash", "energy", "validate")  # commands, so no names of files
GIVEN = "negotiation.commands.economy.rates"
Plainly = Callable[[Callable[..., None]], Callable[..., None]]

VariantNames = Annotated[
    list[str] | None,
    typer.Option(
        "--variant", metavar="NAME", help="no-inputs, balanced, sector-wages, labour-supply, income-tax; repeatable."
    ),
]
FigureFile = Annotated[
    Path | None,
    typer.Option(FIGURE, metavar="[FILE]", help="Draw it as PNG or SVG; without a name, in the current folder."),
]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print the numbers alone, comma-separated.")]


def with_figure_named(arguments: Sequence[str], name: str | None) -> list[str]:
    """The arguments, a bare --figure followed by the name that its command gives the file."""
    named = []
    for place, argument in enumerate(arguments):
        named.append(argument)
        following = arguments[place + 1] if place + 1 < len(arguments) else "--"
        if argument == FIGURE and (following.startswith("-") or following in BELOW):
            named.append(f"economy-{name}{PNG}" if name and name != "economy" else f"economy{PNG}")
    return named


class Command(TyperCommand):
    """A command whose --figure needs no name."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The parser's arguments."""
        return super().parse_args(ctx, with_figure_named(args, ctx.info_name))


class TariffGroup(TyperGroup):
    """Commands below one that takes a rate of any country on any other: --us-on-ca 25 --us-on-ca energy=10."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The parser's arguments, the rates put aside."""
        if not any("-on-" in argument for argument in args):
            return super().parse_args(ctx, with_figure_named(args, ctx.info_name) if first_is_option(args) else args)
        from negotiation.commands.tariff_words import taken_out

        ctx.meta[GIVEN], others = taken_out(args)
        return super().parse_args(ctx, with_figure_named(others, ctx.info_name))


def first_is_option(args: Sequence[str]) -> bool:
    """Whether the group itself is meant, not a command below it."""
    return bool(args) and args[0].startswith("-")


def add_to(app: typer.Typer, plainly: Plainly) -> None:
    """Register the commands; plainly says mistakes in one line."""
    group = typer.Typer(cls=TariffGroup, invoke_without_command=True)
    group.callback()(plainly(tariffs))
    for command in (optimal, nash, energy, validate):
        group.command(cls=Command)(plainly(command))
    app.add_typer(group, name="economy")


def tariffs(
    context: typer.Context,
    variant: VariantNames = None,
    csv: AsCsv = False,
    figure: FigureFile = None,
    sensitivity: Annotated[
        bool, typer.Option("--sensitivity", help="How the answer depends on elasticities and variants.")
    ] = False,
) -> None:
    """What does this tariff do? Say --us-on-ca 25 --us-on-ca energy=10 --ca-on-us 25: percentage points on goods.

    Any country on any other: us ca mx jp de fr uk it eu cn row all; a sector's own rate replaces the general one.
    Likewise --ca-export-tax-on-us energy=10 and --us-border-cost-on-ca 2.
    """
    if context.invoked_subcommand is not None:
        return
    from negotiation.commands import economy_screen
    from negotiation.commands.tariff_words import read_rates
    from negotiation.economy import EconomyError

    given = context.meta.get(GIVEN)
    if not given:
        raise EconomyError("economy: no tariff given; say for example --us-on-ca 25, or see --help")
    rates = read_rates(given)
    if sensitivity:
        if csv or figure or variant:
            raise EconomyError("--sensitivity: prints one table; leave out --csv, --figure and --variant")
        economy_screen.print_sensitivity(rates)
        return
    answer = economy_screen.solved(model_of(variant), rates)
    if csv:
        economy_screen.print_csv(answer)
    else:
        economy_screen.print_answer(answer)
    if figure:
        from negotiation.commands.economy_figures import save_answer

        save_answer(answer, figure)
        typer.echo(f"Figure: {figure}", err=csv)


def optimal(
    country: Annotated[str, typer.Option(help="Whose tariff.")],
    against: Annotated[str, typer.Option(help="On whose goods: countries parted by commas, eu or all.")] = "all",
    by_sector: Annotated[bool, typer.Option("--by-sector", help="A rate for each good.")] = False,
    variant: VariantNames = None,
    csv: AsCsv = False,
    figure: FigureFile = None,
) -> None:
    """The tariff that gives a country most welfare if nobody answers."""
    from negotiation.commands import best_tariffs

    refuse_figure(figure, by_sector)
    best = best_tariffs.optimal(model_of(variant), country, against, by_sector)
    best_tariffs.print_rates(best, csv)
    if figure:
        from negotiation.commands.economy_figures import save_optimal

        save_optimal(best, figure)
        typer.echo(f"Figure: {figure}", err=csv)


def nash(
    countries: Annotated[str, typer.Option(help="Two countries or more, parted by commas.")],
    by_sector: Annotated[bool, typer.Option("--by-sector", help="A rate for each good.")] = False,
    variant: VariantNames = None,
    csv: AsCsv = False,
    figure: FigureFile = None,
) -> None:
    """Tariffs on each other's goods that are each the best answer to the others'."""
    from negotiation.commands import best_tariffs

    refuse_figure(figure, by_sector)
    best = best_tariffs.nash(model_of(variant), countries, by_sector)
    best_tariffs.print_rates(best, csv)
    if figure:
        from negotiation.commands.economy_figures import save_nash

        save_nash(best, figure)
        typer.echo(f"Figure: {figure}", err=csv)


def energy(context: typer.Context, csv: AsCsv = False, figure: FigureFile = None) -> None:
    """What a tax on Canada's energy does at the pump, region by region, and to its producers, at first and in the end.

    Say --us-on-ca energy=10 (as it stands), --ca-export-tax-on-us energy=10 or --us-border-cost-on-ca energy=10.
    """
    from negotiation.commands.energy import energy_of, print_energy, print_energy_csv

    answer = energy_of(context.meta.get(GIVEN))
    (print_energy_csv if csv else print_energy)(answer)
    if figure:
        from negotiation.commands.energy_figure import save_energy

        save_energy(answer, figure)
        typer.echo(f"Figure: {figure}", err=csv)


def validate(
    tables: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="The published data; else NEGOTIATION_VALIDATION, ../shared/validation."),
    ] = None,
    csv: AsCsv = False,
    figure: FigureFile = None,
) -> None:
    """Published numbers beside ours; ends with code 1 if one that must fit does not."""
    from negotiation.commands import published_screen

    comparisons = published_screen.compared(tables, quiet=csv)
    published_screen.print_comparisons(comparisons, csv)
    if figure:
        from negotiation.commands.economy_figures import save_validation

        save_validation(comparisons, figure)
        typer.echo(f"Figure: {figure}", err=csv)
    if not published_screen.all_fit(comparisons):
        raise typer.Exit(1)


def refuse_figure(figure: Path | None, by_sector: bool) -> None:
    """Refuse, before anything is solved, a figure of rates by sector."""
    from negotiation.economy import EconomyError

    if figure and by_sector:
        raise EconomyError("--figure: draws one rate on all goods; leave out --by-sector")


def model_of(variants: Sequence[str] | None) -> "TradeModel":
    """The default economy in some variants."""
    from negotiation.commands.variants import variant_of
    from negotiation.economy import TradeModel, default_economy, default_tables

    return TradeModel.from_tables(default_tables(), variant_of(variants)) if variants else default_economy()
