"""The class float."""


@builtin(tag=FLOAT, leaf=True)
class float:
    """Convert a string or number to a floating point number, if possible."""

    def __new__(cls, x=0, /):
        value = float_of_argument(x)
        if cls is float:
            return value
        return new_native(cls, value)

    def __add__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_add(self, other)
        return NotImplemented

    def __radd__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_add(other, self)
        return NotImplemented

    def __sub__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_sub(self, other)
        return NotImplemented

    def __rsub__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_sub(other, self)
        return NotImplemented

    def __mul__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_mul(self, other)
        return NotImplemented

    def __rmul__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_mul(other, self)
        return NotImplemented

    def __truediv__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_truediv(self, other)
        return NotImplemented

    def __rtruediv__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_truediv(other, self)
        return NotImplemented

    def __floordiv__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_floordiv(self, other)
        return NotImplemented

    def __rfloordiv__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_floordiv(other, self)
        return NotImplemented

    def __mod__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_mod(self, other)
        return NotImplemented

    def __rmod__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_mod(other, self)
        return NotImplemented

    def __divmod__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_divmod(self, other)
        return NotImplemented

    def __rdivmod__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_divmod(other, self)
        return NotImplemented

    def __pow__(self, other, modulus=None, /):
        other = payload_of(other)
        if not is_real(other):
            return NotImplemented
        if modulus is not None:
            integers_only()
        return float_pow(self, other)

    def __rpow__(self, other, modulus=None, /):
        other = payload_of(other)
        if not is_real(other):
            return NotImplemented
        if modulus is not None:
            integers_only()
        return float_pow(other, self)

    def __eq__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_eq(self, other)
        return NotImplemented

    def __ne__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return not float_eq(self, other)
        return NotImplemented

    def __lt__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_lt(self, other)
        return NotImplemented

    def __le__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_le(self, other)
        return NotImplemented

    def __gt__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_gt(self, other)
        return NotImplemented

    def __ge__(self, other, /):
        other = payload_of(other)
        if is_real(other):
            return float_ge(self, other)
        return NotImplemented

    def __neg__(self, /):
        return float_neg(self)

    def __pos__(self, /):
        return self

    def __abs__(self, /):
        return float_abs(self)

    def __bool__(self, /):
        return float_truth(self)

    def __int__(self, /):
        return int_of_float(self)

    __trunc__ = __int__

    def __float__(self, /):
        return self

    conjugate = __float__

    def __floor__(self, /):
        return floor_to_int(self)

    def __ceil__(self, /):
        return ceil_to_int(self)

    def __round__(self, digits=None, /):
        if digits is None:
            return round_to_int(self)
        return float_round(self, index_of(digits))

    def __hash__(self, /):
        return float_hash(self)

    def __repr__(self, /):
        return float_repr(self)

    def __format__(self, spec, /):
        return format_float(self, format_argument(spec))

    def is_integer(self, /):
        return is_whole(self)

    def as_integer_ratio(self, /):
        return float_ratio(self)

    def hex(self, /):
        return float_to_hex(self)

    @classmethod
    def fromhex(cls, text, /):
        text = payload_of(text)
        if not is_a(text, STR):
            raise TypeError("bad argument type for built-in operation")
        value = hex_to_float(text)
        if cls is float:
            return value
        return cls(value)

    @classmethod
    def __getformat__(cls, kind, /):
        if tag(kind) != STR:
            raise TypeError(f"__getformat__() argument must be str, not {argument_type(kind)}")
        if not str_equal(kind, "double") and not str_equal(kind, "float"):
            raise ValueError("__getformat__() argument 1 must be 'double' or 'float'")
        return "IEEE, little-endian"

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return float_from_bits(0, 0)

    def __getnewargs__(self, /):
        return (self,)


def is_real(x):
    """True for an integer or a float."""
    return is_a(x, FLOAT) or is_number(x)


def integers_only():
    """Raises for pow() with three arguments that aren't all integers."""
    raise TypeError("pow() 3rd argument not allowed unless all arguments are integers")
