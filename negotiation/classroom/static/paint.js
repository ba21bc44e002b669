// Which colour a country has: the same in every picture, by its place in the scenario's file.

import { given } from "./words.js";

/** 0 blue, 1 orange; -1 for whoever is no government. */
export const paint = (side) => (given.order ?? []).indexOf(side);
