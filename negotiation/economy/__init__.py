"""What tariffs do: a trade model in exact hat algebra, its lookup for the simulation, calibration data."""
