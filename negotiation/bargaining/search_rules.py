"""The search, one row at a time, as plain functions of numbers that `search` runs as they are or compiled.

All of them stand in one file because the compiled cache notices changes of one file only. A found package is
(index, own net value, believed value to the other), index -1 for none. Bounds are sums in the order of the value they
bound, so that rounding never makes a bound smaller than what it bounds, and skipping by them changes no result.
"""

from __future__ import annotations

import numpy as np

from negotiation.bargaining.search_book import Book, Floats, Integers, Offers, Rows

Found = tuple[int, float, float]

LEAST_GAIN = 1e-12  # points; smaller gains are rounding


def accommodate(book: Book, rows: Rows, offers: Offers) -> None:
    """Write every asking row's package worth at least `least` that is best for the other; if none, its own best."""
    kindest_whole(book, rows, offers)
    kindest_limited(book, rows, offers)
    for r in range(rows.asking.shape[0]):
        if rows.asking[r] and offers.package[r] < 0 and rows.least[r] > rows.floor[r]:
            write_found(offers, r, dearest_limited(book, rows, r, dearest_whole(book, rows, r)))


def multiply(book: Book, rows: Rows, other_floor: Floats, offers: Offers) -> None:
    """Write every asking row's package of highest product of gains."""
    for r in range(rows.asking.shape[0]):
        if rows.asking[r]:
            found = best_whole_product(book, rows, other_floor[r], r)
            if found[0] < 0:
                found = best_limited_product(book, rows, other_floor[r], r)
            write_found(offers, r, found)


def rank(book: Book, rows: Rows, place: Integers, offers: Offers) -> None:
    """Write every asking row's package at a place in its own order."""
    for r in range(rows.asking.shape[0]):
        if rows.asking[r]:
            write_found(offers, r, package_at_place(book, rows, place[r], r))


def appraise(book: Book, rows: Rows, package: Integers, offers: Offers) -> None:
    """Write what every asking row thinks of a package."""
    for r in range(rows.asking.shape[0]):
        if rows.asking[r] and package[r] >= 0:
            write_found(offers, r, appraised_package(book, rows, package[r], r))


def write_found(offers: Offers, r: int, found: Found) -> None:
    """Write a found package; none leaves the row as it is."""
    if found[0] >= 0:
        offers.package[r], offers.value[r], offers.other_value[r] = found


def kindest_whole(book: Book, rows: Rows, offers: Offers) -> None:
    """Write the comprehensive package best for the other, walking up from the least acceptable one."""
    # Over all rows at once: compiled, taking an array out of a book costs more than looking at a package.
    order, _, value, home, breaks, other_value, most, _, cost, _, _, others = book
    own_type, asking, leasts, _, need, _, belief, committed, _, _, _, needs = rows
    for r in range(own_type.shape[0]):
        if not asking[r]:
            continue
        k, least, best, best_net, best_believed = own_type[r], leasts[r], -1, 0.0, 0.0
        for place in range(count_reaching(value[k], least) - 1, -1, -1):
            index = order[k, place]
            if home[k, place] >= need[r] and others_agree(others, needs, r, index):
                if best >= 0 and believed_at(belief, r, most, k, place) < best_believed:
                    break
                net = value[k, place] - cost[committed[r] & breaks[k, place]]
                believed = believed_at(belief, r, other_value, k, place)
                if net >= least and is_kinder(index, net, believed, best, best_net, best_believed):
                    best, best_net, best_believed = index, net, believed
        write_found(offers, r, (best, best_net, best_believed))


def kindest_limited(book: Book, rows: Rows, offers: Offers) -> None:
    """Write the limited package best for the other, where it beats the one found."""
    settled, other_settled, home, breaks, codes, groups, values, other_values = book.limited
    own_type, asking, leasts, _, _, need, belief, committed, open_code, open_value, other_open, needs = rows
    others, cost, whole = book.others, book.break_cost, book.order.shape[1]
    for r in range(own_type.shape[0]):
        if not asking[r]:
            continue
        best, best_net, best_believed = offers.package[r], offers.value[r], offers.other_value[r]
        for q in range(codes.shape[0]):
            if home[q] >= need[r] and others_agree(others, needs, r, whole + q):
                code = codes[q] + open_code[r, groups[q]]
                value = settled[own_type[r], q] + open_value[r, groups[q]] + values[own_type[r], code]
                net = value - cost[committed[r] & breaks[q]]
                if net >= leasts[r]:
                    believed = 0.0
                    for theirs in range(belief.shape[1]):
                        opened = other_settled[q, theirs] + other_open[r, theirs, groups[q]]
                        believed += belief[r, theirs] * (opened + other_values[code, theirs])
                    if is_kinder(whole + q, net, believed, best, best_net, best_believed):
                        best, best_net, best_believed = whole + q, net, believed
        write_found(offers, r, (best, best_net, best_believed))


def is_kinder(index: int, net: float, believed: float, best: int, best_net: float, best_believed: float) -> bool:
    """Better for the other than the best so far, if any; ties: better for oneself, then the lower index."""
    if best < 0 or believed != best_believed:
        return best < 0 or believed > best_believed
    return net > best_net or (net == best_net and index < best)


def dearest_whole(book: Book, rows: Rows, r: int) -> Found:
    """The comprehensive package of highest own net value at or above the floor."""
    k, floor, need = rows.own_type[r], rows.floor[r], rows.need[r]
    best, best_net, best_place = -1, 0.0, -1
    others, needs = book.others, rows.other_needs
    for place in range(book.order.shape[1]):
        value = book.value[k, place]
        if value < floor or (best >= 0 and value < best_net):
            break
        net, index = whole_net(book, rows, r, place), book.order[k, place]
        better = net >= floor and (best < 0 or net > best_net or (net == best_net and index < best))
        if better and book.home[k, place] >= need and others_agree(others, needs, r, index):
            best, best_net, best_place = index, net, place
    return best, best_net, believed_at(rows.belief, r, book.other_value, k, best_place) if best >= 0 else 0.0


def dearest_limited(book: Book, rows: Rows, r: int, found: Found) -> Found:
    """The limited package of highest own net value at or above the floor, if it beats the one found."""
    (best, best_net, best_believed), others, needs = found, book.others, rows.other_needs
    for q in range(book.limited.code.shape[0]):
        index = book.order.shape[1] + q
        if book.limited.home[q] >= rows.limited_need[r] and others_agree(others, needs, r, index):
            net = limited_net(book, rows, r, q)
            if net >= rows.floor[r] and (best < 0 or net > best_net):
                best, best_net, best_believed = index, net, limited_believed(book, rows, r, q)
    return best, best_net, best_believed


def best_whole_product(book: Book, rows: Rows, other_floor: float, r: int) -> Found:
    """The comprehensive package of highest product of both gains."""
    k, floor, need = rows.own_type[r], rows.floor[r], rows.need[r]
    best, best_net, best_believed, best_product = -1, 0.0, 0.0, 0.0
    others, needs = book.others, rows.other_needs
    for place in range(book.order.shape[1]):
        most_gain = book.value[k, place] - floor
        most_other = believed_at(rows.belief, r, book.most_to_come, k, place) - other_floor
        if most_gain <= LEAST_GAIN or most_other <= LEAST_GAIN or most_gain * most_other < best_product:
            break
        net = whole_net(book, rows, r, place)
        believed = believed_at(rows.belief, r, book.other_value, k, place)
        gain, other_gain, index = net - floor, believed - other_floor, book.order[k, place]
        gains = gain > LEAST_GAIN and other_gain > LEAST_GAIN
        if gains and book.home[k, place] >= need and others_agree(others, needs, r, index):
            product = gain * other_gain
            if product > best_product or (product == best_product and index < best) or best < 0:
                best, best_net, best_believed, best_product = index, net, believed, product
    return best, best_net, best_believed


def best_limited_product(book: Book, rows: Rows, other_floor: float, r: int) -> Found:
    """The limited package of highest product of both gains."""
    best, best_net, best_believed, best_product = -1, 0.0, 0.0, 0.0
    others, needs = book.others, rows.other_needs
    for q in range(book.limited.code.shape[0]):
        index = book.order.shape[1] + q
        if book.limited.home[q] >= rows.limited_need[r] and others_agree(others, needs, r, index):
            net = limited_net(book, rows, r, q)
            believed = limited_believed(book, rows, r, q)
            gain, other_gain = net - rows.floor[r], believed - other_floor
            if gain > LEAST_GAIN and other_gain > LEAST_GAIN and (best < 0 or gain * other_gain > best_product):
                best, best_net, best_believed, best_product = index, net, believed, gain * other_gain
    return best, best_net, best_believed


def package_at_place(book: Book, rows: Rows, place: int, r: int) -> Found:
    """The comprehensive package at a place (0 the first) among those one could offer, in order of own net value.

    Source: de Jonge (2022), MiCRO, which offers its packages one by one in this order.
    """
    k, floor, need, passed = rows.own_type[r], rows.floor[r], rows.need[r], 0
    others, needs = book.others, rows.other_needs
    for at in range(book.order.shape[1]):
        index = book.net_order[rows.committed[r], k, at]
        here = book.place[k, index]
        net = whole_net(book, rows, r, here)
        if net < floor:
            break
        if book.home[k, here] >= need and others_agree(others, needs, r, index):
            if passed == place:
                return index, net, believed_at(rows.belief, r, book.other_value, k, here)
            passed += 1
    return -1, 0.0, 0.0


def appraised_package(book: Book, rows: Rows, package: int, r: int) -> Found:
    """A given package in this row, comprehensive or limited."""
    k, first_limited = rows.own_type[r], book.order.shape[1]
    if package >= first_limited:
        q = package - first_limited
        return package, limited_net(book, rows, r, q), limited_believed(book, rows, r, q)
    place = book.place[k, package]
    return package, whole_net(book, rows, r, place), believed_at(rows.belief, r, book.other_value, k, place)


def whole_net(book: Book, rows: Rows, r: int, place: int) -> float:
    """Own value of the comprehensive package at a place of the own order, net of the commitments it breaks."""
    k = rows.own_type[r]
    return float(book.value[k, place] - book.break_cost[rows.committed[r] & book.breaks[k, place]])


def limited_net(book: Book, rows: Rows, r: int, q: int) -> float:
    """Own value of a limited package in this row, net of the commitments it breaks."""
    limited, k, group = book.limited, rows.own_type[r], book.limited.group[q]
    present = limited.present_value[k, limited.code[q] + rows.open_code[r, group]]
    value = limited.settled_value[k, q] + rows.open_value[r, group] + present
    return float(value - book.break_cost[rows.committed[r] & limited.breaks[q]])


def limited_believed(book: Book, rows: Rows, r: int, q: int) -> float:
    """Value of a limited package to the other in this row, as one believes."""
    limited, group, total = book.limited, book.limited.group[q], 0.0
    code = limited.code[q] + rows.open_code[r, group]
    for theirs in range(rows.belief.shape[1]):
        settled = limited.other_settled[q, theirs] + rows.other_open_value[r, theirs, group]
        total += rows.belief[r, theirs] * (settled + limited.other_present_value[code, theirs])
    return total


def others_agree(others: Floats, needs: Floats, r: int, index: int) -> bool:
    """Whether every further institution supports a package, as much as it needs; whole books cost too much to pass."""
    agree = True
    for n in range(others.shape[1]):
        agree = agree and others[index, n] >= needs[r, n]
    return agree


def believed_at(belief: Floats, r: int, by_type: Floats, k: int, place: int) -> float:
    """Mean over the other's types of what stands at a place of the own order; belief: (R, L), by_type: (K, P, L)."""
    total = 0.0
    for theirs in range(belief.shape[1]):
        total += belief[r, theirs] * by_type[k, place, theirs]
    return total


def count_reaching(values: Floats, least: float) -> int:
    """How many of values (descending) are at least `least`."""
    return int(values.shape[0] - np.searchsorted(values[::-1], least))
