"""Labour: what it earns, how it moves between sectors, how much of it there is; vectors on the last axis (B)."""

import numpy as np

from negotiation.economy.base import Base
from negotiation.economy.economy_tables import Floats
from negotiation.economy.unknowns import Unknowns


def average_wage(unknowns: Unknowns, base: Base) -> Floats:
    """(N, B) log change of what a worker earns on average.

    Workers differ in what they do well and choose their sector. Source: Galle, Rodríguez-Clare & Yi (2023), equation 9.
    """
    if base.variant.labour_is_mobile:
        return unknowns.log_wages[:, 0]
    mobility = base.variant.mobility
    drawn = np.einsum("is,isb->ib", base.earned, np.exp(mobility * unknowns.log_wages))
    return np.asarray(np.log(drawn) / mobility)


def log_factor_income(unknowns: Unknowns, base: Base) -> Floats:
    """(N, B) log change of the wage bill: wages, and labour where it answers."""
    wages = average_wage(unknowns, base)
    return wages + unknowns.log_labour if base.variant.labour_answers else wages


def factor_income(unknowns: Unknowns, base: Base) -> Floats:
    """(N, B) value added, in money."""
    return np.exp(log_factor_income(unknowns, base)) * base.value_added[:, None]


def sector_bills(unknowns: Unknowns, base: Base) -> Floats:
    """(N, S, B) wage bills that the labour drawn to each sector earns."""
    relative = unknowns.log_wages - average_wage(unknowns, base)[:, None]
    shares = base.earned[..., None] * np.exp(base.variant.mobility * relative)
    return np.asarray(shares * factor_income(unknowns, base)[:, None])


def labour_gap(unknowns: Unknowns, base: Base, revenue: Floats) -> Floats:
    """(N, B) log labour supplied at the real wage, helped by a lower tax, less labour; revenue: (N, B)."""
    log_cpi = np.einsum("ns,nsb->nb", base.final_shares, unknowns.log_prices)
    kept = (1.0 - tax_cut(unknowns, base, revenue)) / (1.0 - base_tax_cut(base))[:, None]
    real_wage = average_wage(unknowns, base) - log_cpi - np.log(kept)
    return np.asarray(base.variant.labour_supply * real_wage - unknowns.log_labour)


def tax_cut(unknowns: Unknowns, base: Base, revenue: Floats) -> Floats:
    """(N, B) how far revenue lowers the tax on wages, share of wages. Source: Ignatenko et al. (2025)."""
    return base.variant.tax_cut_share * revenue / factor_income(unknowns, base)


def base_tax_cut(base: Base) -> Floats:
    """(N,) the same in the base."""
    return base.variant.tax_cut_share * base.revenue / base.value_added


def welfare_of_work(unknowns: Unknowns, base: Base, consumption: Floats, revenue: Floats) -> Floats:
    """(N, B) welfare factor from consumption's factor (N, B) and what working for it costs.

    Source: Ignatenko et al. (2025), whose weight of work falls with the tax cut; without a labour supply that answers
    it is consumption.
    """
    variant = base.variant
    if not variant.labour_answers:
        return consumption
    log_cpi = np.einsum("ns,nsb->nb", base.final_shares, unknowns.log_prices)
    real_wages = np.exp(log_factor_income(unknowns, base) - log_cpi)
    work = variant.labour_supply / (1.0 + variant.labour_supply) * base.value_added[:, None]
    weight = base.income[:, None] / (base.income[:, None] - (1.0 - tax_cut(unknowns, base, revenue)) * work)
    return np.asarray(weight * consumption + (1.0 - weight) * real_wages)
