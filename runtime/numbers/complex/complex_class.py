"""The class complex."""


@builtin(leaf=True)
class complex:
    """Create a complex number from a real part and an optional imaginary part."""

    def __new__(cls, real=0, imag=END):
        value = complex_of_arguments(real, imag)
        if cls is complex:
            return value
        return new_native(cls, value)

    def __add__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return complex_add(self, other)
        return NotImplemented

    def __radd__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return complex_add(other, self)
        return NotImplemented

    def __sub__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return complex_sub(self, other)
        return NotImplemented

    def __rsub__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return complex_sub(other, self)
        return NotImplemented

    def __mul__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return complex_mul(self, other)
        return NotImplemented

    def __rmul__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return complex_mul(other, self)
        return NotImplemented

    def __truediv__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return complex_truediv(self, other)
        return NotImplemented

    def __rtruediv__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return complex_truediv(other, self)
        return NotImplemented

    def __pow__(self, other, modulus=None, /):
        other = payload_of(other)
        if not is_complex_operand(other):
            return NotImplemented
        if modulus is not None:
            raise ValueError("complex modulo")
        return complex_pow(self, other)

    def __rpow__(self, other, modulus=None, /):
        other = payload_of(other)
        if not is_complex_operand(other):
            return NotImplemented
        return complex_pow(other, self)

    def __eq__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return complex_eq(self, other)
        return NotImplemented

    def __ne__(self, other, /):
        other = payload_of(other)
        if is_complex_operand(other):
            return not complex_eq(self, other)
        return NotImplemented

    def __neg__(self, /):
        return complex_neg(self)

    def __pos__(self, /):
        return self

    def __complex__(self, /):
        return self

    def __abs__(self, /):
        return complex_abs(self)

    def __bool__(self, /):
        return number_truth(self)

    def __hash__(self, /):
        return complex_hash(self)

    def __repr__(self, /):
        return complex_repr(self)

    def __format__(self, spec, /):
        return format_complex(self, format_argument(spec))

    def conjugate(self, /):
        return new_complex(complex_real(self), float_neg(complex_imag(self)))

    @property
    def real(self):
        return complex_real(self)

    @property
    def imag(self):
        return complex_imag(self)

    def __getnewargs__(self, /):
        return complex_real(self), complex_imag(self)


def is_complex_operand(x):
    """True for numbers of all types."""
    return is_a(x, FLOAT) or is_number(x) or is_a(x, complex)


def complex_of_arguments(real, imag):
    """The value of complex(real, imag)."""
    text = payload_of(real)
    if is_a(text, STR):
        if imag is not END:
            raise TypeError("complex() can't take second arg if first is a string")
        return parse_complex(text)
    if imag is not END and is_a(payload_of(imag), STR):
        raise TypeError("complex() second arg can't be a string")
    value = payload_of(real)
    if not is_a(value, complex):
        value = complex_by_method(real)
        if value is END:
            value = complex_argument(real, "first argument must be a string or a number")
    real = value
    if imag is END:
        return new_complex(complex_real(real), complex_imag(real))
    imag = complex_argument(imag, "second argument must be a number")
    if is_a(imag, complex):
        # real + imag × 1j, of which a part may be missing.
        x = float_sub(complex_real(real), complex_imag(imag))
    else:
        x = complex_real(real)
    y = complex_real(imag)
    if is_a(real, complex):
        y = float_add(y, complex_imag(real))
    return new_complex(x, y)


def complex_argument(x, expected):
    """A complex or real number from an argument of complex()."""
    value = payload_of(x)
    if is_a(value, complex) or is_a(x, FLOAT) or is_number(x):
        return value
    value = float_by_method(x)
    if value is END:
        raise TypeError(f"complex() {expected}, not '{type_name(x)}'")
    return value
