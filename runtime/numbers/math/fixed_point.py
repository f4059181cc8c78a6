"""Elementary functions in fixed point: integers in units of 2⁻¹²⁸.

The results are rounded to doubles once, so that they are wrong in the last bit only if the true value
lies within about 2⁻⁷⁰ of the middle between two doubles."""

PRECISION = 128
# Fraction bits of half_pi_bits.
HALF_PI_PRECISION = 1280


def fixed_one():
    """One."""
    return 0x100000000000000000000000000000000


def fixed_ln2():
    """The natural logarithm of 2."""
    return 0xb17217f7d1cf79abc9e3b39803f2f6af


def half_pi_bits():
    """π ÷ 2 with HALF_PI_PRECISION bits."""
    return 0x1921fb54442d18469898cc51701b839a252049c1114cf98e804177d4c76273644a29410f31c6809bbdf2a33679a748636605614dbe4be286e9fc26adadaa3848bc90b6aecc4bcfd8de89885d34c6fdad617feb96de80d6fdbdc70d7f6b5133f4b5d3e4822f8963fcc9250cca3d9c8b67b8400f97142c77e0b31b4906c38aba734d22c7f51fa499ebf06caba47b9475b2c38c5e6ac410aa5773daa520ee12d2cda


def log_table():
    """The natural logarithms of (33 + 2i) ÷ 32 for i from 0 to 15."""
    return (
        0x7e0a6c39e0cc0133e3f04f1ef229fae,
        0x16f0d28ae56b4b9be499b9ed19b640ce,
        0x252aa5f03fea46980bb8e203edf4d109,
        0x32a4b539e8ad68ec8260ea71712cec4c,
        0x3f7230dabc7c551aaa8cd86f29a59412,
        0x4ba38aeb8474c270b3246a14206cf37b,
        0x5746f6fd6027294236383dc7fe1159f3,
        0x6268ce1b05096ad69c620440f055b3ff,
        0x6d13ddef323d8a32fbb6aba63878ef20,
        0x7751a813071282fb989a927476e1fe9f,
        0x812a952d2e87f634e34aebf73ffe346e,
        0x8aa61e97a6af4d4c799d1cb2f14054ed,
        0x93caf0944d88d75bc1f9edcb438ffc03,
        0x9c9f069ab150cd4e221301b6f8c38f62,
        0xa527c2ed81f5d8113dfa3d3761b6316e,
        0xad6a0261acf967d94d552f811cd40845,
    )


def atan_table():
    """The arctangents of i ÷ 8 for i from 0 to 8."""
    return (
        0,
        0x1fd5ba9aac2f6dc65912f313e7d111de,
        0x3eb6ebf25901bac55b71e7bd7de885f9,
        0x5bd86507937bc239c55190916e7f2241,
        0x76b19c1586ed3da2b7f222f65e1d4681,
        0x8f005d5ef7f59f9b5c835e1665c43747,
        0xa4bc7d1934f7092419a87f2a457dac9e,
        0xb8053e2bc2319e73cb2da55210a4443d,
        0xc90fdaa22168c234c4c6628b80dc1cd1,
    )


@generic
def fixed_of(x):
    """A finite double in fixed point, rounded down."""
    exponent = exponent_of(x) + PRECISION
    value = fraction_of(x)
    if ld(x, FLOAT_HIGH) < 0:
        value = 0 - value
    if exponent >= 0:
        return value << exponent
    return value >> 0 - exponent


@generic
def float_of_fixed(value, exponent):
    """The double nearest to a fixed-point number, which is not exact, times a power of 2."""
    if value < 0:
        return scaled_float(SIGN, 0 - value, exponent - PRECISION, True)
    return scaled_float(0, value, exponent - PRECISION, True)


@generic
def fixed_exp(x, count):
    """e to the power of a number below 1 in magnitude: a power series after count halvings, and as
    many squarings."""
    one = fixed_one()
    x = x >> count
    total = one
    n = 120 // (count + 3) + 2
    while n > 0:
        total = one + (total * x >> PRECISION) // n
        n -= 1
    while count > 0:
        total = total * total >> PRECISION
        count -= 1
    return total


@generic
def fixed_log(value, scale):
    """The natural logarithm of a positive integer divided by 2 to the power of scale."""
    bits = int_bit_length(value) - 1
    # In units of 2⁻¹²⁸, from 1 to 2.
    shift = PRECISION - bits
    if shift >= 0:
        z = value << shift
    else:
        z = value >> 0 - shift
    i = (z >> PRECISION - 4) & 15
    center = 33 + 2 * i << PRECISION - 5
    # ln(z) = ln(center) + 2 × artanh((z − center) ÷ (z + center))
    s = (z - center << PRECISION) // (z + center)
    square = s * s >> PRECISION
    total = 0
    k = 23
    while k > 0:
        total = fixed_one() // k + (total * square >> PRECISION)
        k -= 2
    total = (total * s >> PRECISION - 1) + log_table()[i]
    return total + (bits - scale) * fixed_ln2()


@generic
def fixed_atan(x):
    """The arctangent of a number from 0 to 1."""
    i = (x + (1 << PRECISION - 4)) >> PRECISION - 3
    center = i << PRECISION - 3
    t = (x - center << PRECISION) // (fixed_one() + (x * center >> PRECISION))
    square = t * t >> PRECISION
    total = 0
    k = 31
    while k > 0:
        total = fixed_one() // k - (total * square >> PRECISION)
        k -= 2
    return (total * t >> PRECISION) + atan_table()[i]


# The quarter turn that fixed_angle found.
angle_quarter = 0


@generic
def fixed_angle(x):
    """The remainder of a finite double's magnitude modulo π ÷ 2; angle_quarter is the quotient
    modulo 4."""
    global angle_quarter
    exponent = exponent_of(x)
    scale = PRECISION + 60
    if exponent > 0:
        scale += exponent
    half_pi = half_pi_bits() >> HALF_PI_PRECISION - scale
    value = fraction_of(x)
    if exponent + scale >= 0:
        value = value << exponent + scale
    else:
        value = value >> 0 - exponent - scale
    quotient = value // half_pi
    angle_quarter = quotient & 3
    return value - quotient * half_pi >> scale - PRECISION


@generic
def fixed_sin(x):
    """The sine of a number from 0 to π ÷ 2."""
    square = x * x >> PRECISION
    total = fixed_one()
    k = 34
    while k > 0:
        total = fixed_one() - (total * square >> PRECISION) // (k * (k + 1))
        k -= 2
    return total * x >> PRECISION


@generic
def fixed_cos(x):
    """The cosine of a number from 0 to π ÷ 2."""
    square = x * x >> PRECISION
    total = fixed_one()
    k = 35
    while k > 0:
        total = fixed_one() - (total * square >> PRECISION) // (k * (k + 1))
        k -= 2
    return total

