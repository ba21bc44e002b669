"""What `economy` prints: countries, sectors, and how both depend on what one assumes."""

import csv
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from rich.console import Console
from rich.table import Table

from negotiation.commands.tariff_words import Rates, heading
from negotiation.commands.variants import MEANINGS, variant_of
from negotiation.economy import REGIONS, SECTORS, Equilibrium, TradeModel, Variant, default_tables, employment
from negotiation.economy.economy_tables import Floats
from negotiation.economy.names import SECTOR_NAMES

COLUMNS = {
    "welfare": "welfare",
    "real_income": "real factor income",
    "border_prices": "prices at the border",
    "chain_prices": "prices along the chain",
    "revenue": "revenue, % of GDP",
}
SECTORAL = ("output", "jobs", "sector_income")
ELASTICITY_FACTORS = (0.5, 1.0, 1.5)
TRADE_UNIT = 1e-3  # USD billion per USD million
LABOUR = (
    "Labour finds other work here: jobs by sector move, they do not vanish. Thousands are the percent times the "
    "persons employed; the model counts labour in wages, so they need not add up to 0."
)


@dataclass(frozen=True, eq=False)
class Answer:
    """What some rates do in a model."""

    model: TradeModel
    rates: Rates
    found: Equilibrium

    @property
    def concerned(self) -> tuple[str, ...]:
        """Up to two regions that levy or pay, the first that levies and the first that pays."""
        levy, pay = self.rates.importers, self.rates.exporters
        others = [region for region in (*pay, *levy) if region != levy[0]]
        return (levy[0], *others[:1])


def solved(model: TradeModel, rates: Rates) -> Answer:
    """The equilibrium under the rates."""
    taxes = rates.export_taxes if rates.export_taxes.any() else None
    costs = rates.border_costs if rates.border_costs.any() else None
    return Answer(model, rates, model.solve(model.base.tariffs + rates.tariffs, taxes, costs))


def print_answer(answer: Answer) -> None:
    """Two tables: countries, and sectors of those concerned."""
    console = Console()
    line = f"Added to duties in force: {answer.rates.words}. Percent changes in the long run."
    console.print(line, highlight=False, soft_wrap=True)
    table = Table(box=None, header_style="bold")
    table.add_column("")
    for measure in (*COLUMNS.values(), "exports", "imports"):
        table.add_column(measure, justify="right")
    trade = total_trade(answer)
    for place, region in enumerate(REGIONS):
        numbers = [getattr(answer.found, name)[0, place] for name in COLUMNS]
        numbers += [trade[name][place] for name in ("exports", "imports")]
        table.add_row(heading(region), *(signed(number) for number in numbers))
    console.print(table)
    console.print(sector_table(answer))
    console.print(LABOUR, highlight=False, soft_wrap=True)


def sector_table(answer: Answer) -> Table:
    """Jobs and output by sector of the regions concerned."""
    table = Table(box=None, header_style="bold")
    table.add_column("")
    for region in answer.concerned:
        for measure in ("output", "jobs", "thousand"):
            table.add_column(f"{heading(region)} {measure}", justify="right")
    for place, sector in enumerate(SECTORS):
        cells = []
        for region in answer.concerned:
            where = REGIONS.index(region)
            moved = jobs_moved(answer, region)
            cells += [signed(answer.found.output[0, where, place]), signed(answer.found.jobs[0, where, place])]
            cells.append(f"{moved[place]:+,.1f}" if moved is not None else "-")
        table.add_row(SECTOR_NAMES[sector], *cells)
    return table


def jobs_moved(answer: Answer, region: str) -> Floats | None:
    """(S,) thousand jobs, where the employment table covers the region."""
    jobs = employment().get(region)
    return None if jobs is None else jobs * answer.found.jobs[0, REGIONS.index(region)] / 100.0


def total_trade(answer: Answer) -> dict[str, Floats]:
    """(N,) change of the value of exports and imports."""
    abroad = 1.0 - np.eye(len(REGIONS))[:, :, None]
    before = answer.model.base.flows * abroad
    after = before * answer.found.trade[0]
    return {
        name: 100.0 * (after.sum(axis=axes) / before.sum(axis=axes) - 1.0)
        for name, axes in (("exports", (0, 2)), ("imports", (1, 2)))
    }


def print_csv(answer: Answer) -> None:
    """Every number, one a row: quantity, region, partner, sector, value, unit."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("quantity", "region", "partner", "sector", "value", "unit"))
    writer.writerows(rows_of(answer))


def rows_of(answer: Answer) -> Iterator[tuple[str, str, str, str, str, str]]:
    """The rows of the CSV."""
    found = answer.found
    for n, region in enumerate(REGIONS):
        for name in (*COLUMNS, "prices"):
            unit = "% of GDP" if name == "revenue" else "%"
            yield name, region, "", "", f"{getattr(found, name)[0, n]:.6g}", unit
        for name in SECTORAL:
            for s, sector in enumerate(SECTORS):
                yield name, region, "", sector, f"{getattr(found, name)[0, n, s]:.6g}", "%"
        moved = jobs_moved(answer, region)
        for s, sector in enumerate(SECTORS if moved is not None else ()):
            yield "jobs", region, "", sector, f"{moved[s]:.6g}", "thousand"  # type: ignore[index]  # not None here
        values = (answer.model.base.flows[n] * (found.trade[0, n] - 1.0)).sum(axis=-1) * TRADE_UNIT
        for i, partner in enumerate(REGIONS):
            yield "imports", region, partner, "", f"{values[i]:.6g}", "USD billion"


def print_sensitivity(rates: Rates) -> None:
    """Welfare and real factor income of those concerned under other elasticities and variants, as a Markdown table."""
    rows = list(sensitivity_rows(rates))
    concerned = rows[0][1].concerned
    names = [f"{what} {heading(region)}" for what in ("welfare", "real income") for region in concerned]
    print(f"| {rates.words} | {' | '.join(names)} |")  # noqa: T201 - the command's output
    print("|---" * (len(names) + 1) + "|")  # noqa: T201 - the command's output
    for name, answer in rows:
        places = [REGIONS.index(region) for region in concerned]
        numbers = [getattr(answer.found, what)[0, place] for what in ("welfare", "real_income") for place in places]
        print(f"| {name} | {' | '.join(signed(number) for number in numbers)} |")  # noqa: T201 - as above


def scaled_models(variant: Variant) -> tuple[TradeModel, ...]:
    """The default economy with all elasticities times each of ELASTICITY_FACTORS."""
    tables = default_tables()
    scaled = [replace(tables, elasticities=tables.elasticities * factor) for factor in ELASTICITY_FACTORS]
    return tuple(TradeModel.from_tables(each, variant) for each in scaled)


def sensitivity_rows(rates: Rates) -> Iterator[tuple[str, Answer]]:
    """What is assumed, and the answer then."""
    for factor, model in zip(ELASTICITY_FACTORS, scaled_models(Variant()), strict=True):
        yield f"elasticities × {factor:g}", solved(model, rates)
    tables = default_tables()
    for name, meaning in MEANINGS.items():
        yield meaning, solved(TradeModel.from_tables(tables, variant_of([name])), rates)


def signed(number: float) -> str:
    """Two decimals and a sign, but for nothing."""
    text = f"{number:+.2f}"
    return "0.00" if float(text) == 0.0 else text
