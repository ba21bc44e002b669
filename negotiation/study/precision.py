"""How precise the study's integer books are; apart, so that reading this does not load the compiler."""

BINS = 512  # of a weekly column's range; a quantile is right to one of them

MEAN_BITS = 34  # a column's largest bound is 2**MEAN_BITS units of its sum
UNITS_LIMIT = 2.0**42  # a value counts in a mean as at most 128-256 times its column's bound: no sum overflows

LIMB_BITS = 32
LOWEST_BIT = -256  # the smallest bit an exact sum keeps is worth 2**-256
LIMBS = 18  # of 32 bits: room for squares up to 2**254 and for the carry
LARGEST_EXPONENT = 127  # numbers from 2**127 on count as not given
