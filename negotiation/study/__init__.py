"""Many runs, measured: the ensemble, statistics, storage."""
