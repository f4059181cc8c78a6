"""The class int."""


@builtin(tag=BIGINT, leaf=True)
class int:
    """int([x]) -> integer
int(x, base=10) -> integer"""

    def __new__(cls, x=END, /, base=END):
        value = int_of_arguments(x, base)
        if cls is int:
            return value
        return new_native(cls, value)

    def __add__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_add(self, other)
        return NotImplemented

    def __radd__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_add(other, self)
        return NotImplemented

    def __sub__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_sub(self, other)
        return NotImplemented

    def __rsub__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_sub(other, self)
        return NotImplemented

    def __mul__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_mul(self, other)
        return NotImplemented

    def __rmul__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_mul(other, self)
        return NotImplemented

    def __truediv__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_truediv(self, other)
        return NotImplemented

    def __rtruediv__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_truediv(other, self)
        return NotImplemented

    def __floordiv__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_floordiv(self, other)
        return NotImplemented

    def __rfloordiv__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_floordiv(other, self)
        return NotImplemented

    def __mod__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_mod(self, other)
        return NotImplemented

    def __rmod__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_mod(other, self)
        return NotImplemented

    def __divmod__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_divmod(self, other)
        return NotImplemented

    def __rdivmod__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_divmod(other, self)
        return NotImplemented

    def __lshift__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_lshift(self, other)
        return NotImplemented

    def __rlshift__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_lshift(other, self)
        return NotImplemented

    def __rshift__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_rshift(self, other)
        return NotImplemented

    def __rrshift__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_rshift(other, self)
        return NotImplemented

    def __and__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_and(self, other)
        return NotImplemented

    def __rand__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_and(other, self)
        return NotImplemented

    def __or__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_or(self, other)
        return NotImplemented

    def __ror__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_or(other, self)
        return NotImplemented

    def __xor__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_xor(self, other)
        return NotImplemented

    def __rxor__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_xor(other, self)
        return NotImplemented

    def __pow__(self, other, modulus=None, /):
        other = payload_of(other)
        if not is_number(other):
            return NotImplemented
        if modulus is None:
            return int_pow(self, other)
        modulus = payload_of(modulus)
        if not is_number(modulus):
            return NotImplemented
        return int_pow_mod(self, other, modulus)

    def __rpow__(self, other, modulus=None, /):
        other = payload_of(other)
        if not is_number(other):
            return NotImplemented
        return int_pow(other, self)

    def __eq__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_compare(self, other) == 0
        return NotImplemented

    def __ne__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_compare(self, other) != 0
        return NotImplemented

    def __lt__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_compare(self, other) < 0
        return NotImplemented

    def __le__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_compare(self, other) <= 0
        return NotImplemented

    def __gt__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_compare(self, other) > 0
        return NotImplemented

    def __ge__(self, other, /):
        other = payload_of(other)
        if is_number(other):
            return int_compare(self, other) >= 0
        return NotImplemented

    def __neg__(self, /):
        return int_neg(self)

    def __pos__(self, /):
        return int_pos(self)

    def __abs__(self, /):
        return int_abs(self)

    def __invert__(self, /):
        return int_invert(self)

    def __bool__(self, /):
        return number_truth(self)

    def __int__(self, /):
        return int_pos(self)

    __index__ = __int__
    __trunc__ = __int__
    __floor__ = __int__
    __ceil__ = __int__
    conjugate = __int__

    def __float__(self, /):
        return float_of(self)

    def __round__(self, digits=END, /):
        if digits is END:
            return int_pos(self)
        return int_round(self, index_of(digits))

    def __hash__(self, /):
        return int_hash(self)

    def __repr__(self, /):
        return int_to_string(self)

    def __format__(self, spec, /):
        spec = format_argument(spec)
        if ld(spec, STR_LENGTH) == 0:
            return str_of(self)
        return format_int(self, spec)

    def bit_length(self, /):
        return int_bit_length(self)

    def bit_count(self, /):
        return int_bit_count(self)

    def to_bytes(self, /, length=1, byteorder="big", *, signed=False):
        return int_to_bytes(self, length, byteorder, truth(signed))

    @classmethod
    def from_bytes(cls, /, bytes, byteorder="big", *, signed=False):
        value = int_from_bytes(bytes_argument(bytes), byteorder, truth(signed))
        if cls is int:
            return value
        return cls(value)

    def as_integer_ratio(self, /):
        return int_pos(self), 1

    @property
    def real(self):
        return int_pos(self)

    @property
    def numerator(self):
        return int_pos(self)

    @property
    def imag(self):
        return 0

    @property
    def denominator(self):
        return 1

    def __getnewargs__(self, /):
        return (int_pos(self),)
