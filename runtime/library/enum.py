"""Enumerations."""

_nothing = object()


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=None):
        self.value = value


class nonmember:
    """A value in the body of an enumeration that is no member."""

    def __init__(self, value):
        self.value = value


class member:
    """A value in the body of an enumeration that is a member, whatever it is."""

    def __init__(self, value):
        self.value = value


class _Namespace(dict):
    """The namespace of an enumeration's body: notes the members in their order."""

    def __init__(self, name):
        super().__init__()
        self.members = []
        self.values_so_far = []
        self.private = f"_{name.lstrip('_')}__"
        self.generate = None

    def __setitem__(self, key, value):
        special = key.startswith("__") and key.endswith("__") or key.startswith(self.private)
        if key == "_generate_next_value_":
            self.generate = value
        elif isinstance(value, member):
            value = value.value
            self.members.append(key)
            self.values_so_far.append(value)
        elif key.startswith("_") and key.endswith("_") or special or _is_descriptor(value):
            pass
        elif key in self.members:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif isinstance(value, nonmember):
            value = value.value
        else:
            value = self.completed(key, value)
            self.members.append(key)
            self.values_so_far.append(value)
        super().__setitem__(key, value)

    def completed(self, key, value):
        if isinstance(value, auto):
            if value.value is None:
                value.value = self.generate(key, 1, len(self.members), self.values_so_far[:])
            return value.value
        if type(value) is tuple:
            return tuple(self.completed(key, item) if isinstance(item, auto) else item for item in value)
        return value


def _is_descriptor(value):
    cls = type(value)
    return hasattr(cls, "__get__") or hasattr(cls, "__set__") or hasattr(cls, "__delete__")


class EnumType(type):
    """The class of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        namespace = _Namespace(cls)
        for base in bases:
            if isinstance(base, EnumType):
                if base._member_names_:
                    raise TypeError(f"<enum {cls!r}> cannot extend {base!r}")
                namespace.generate = base._generate_next_value_
        return namespace

    def __new__(metacls, name, bases, namespace, boundary=None, **kwds):
        body = dict(namespace)
        if boundary is not None:
            body["_boundary_"] = boundary
        members = [(key, body.pop(key)) for key in namespace.members]
        ignored = body.pop("_ignore_", ())
        order = body.pop("_order_", None)
        for key in ignored.split() if isinstance(ignored, str) else ignored:
            body.pop(key, None)
            members = [pair for pair in members if pair[0] != key]
        if "_generate_next_value_" in body and not isinstance(body["_generate_next_value_"], staticmethod):
            body["_generate_next_value_"] = staticmethod(body["_generate_next_value_"])
        make = body.pop("__new__", None) if members else None
        body["_member_names_"] = []
        body["_member_map_"] = {}
        body["_value2member_map_"] = {}
        cls = super().__new__(metacls, name, bases, body, **kwds)
        data_type = _data_type(cls)
        if data_type is not object:
            cls._show_as(bases[-1], body, data_type)
        if make is None:
            make = _inherited_new(cls)
        type.__setattr__(cls, "_member_type_", data_type)
        for key, value in members:
            cls._add(key, value, data_type, make)
        if order:
            cls._check_order(order.replace(",", " ").split() if isinstance(order, str) else list(order))
        return cls

    def _check_order(cls, names):
        # Flags that consist of others and names of other members do not count.
        aliases = set(cls._member_map_).difference(cls._member_names_)
        names = [name for name in names if name not in aliases]
        if names != cls._member_names_:
            raise TypeError(f"member order does not match _order_:\n  {cls._member_names_!r}\n  {names!r}")

    def _show_as(cls, enumeration, body, data_type):
        """Takes the methods for texts from the enumeration rather than from the values' class."""
        if "__repr__" not in body and cls.__repr__ in (data_type.__repr__, object.__repr__):
            type.__setattr__(cls, "__repr__", enumeration.__repr__)
        if "__str__" not in body and cls.__str__ in (data_type.__str__, object.__str__):
            type.__setattr__(cls, "__str__", enumeration.__str__)
        if "__format__" not in body and cls.__format__ in (data_type.__format__, object.__format__):
            type.__setattr__(cls, "__format__", enumeration.__format__)

    def _add(cls, name, value, data_type, make):
        args = value if type(value) is tuple else (value,)
        if make is not None:
            member = make(cls, *args)
        elif data_type is object:
            member = object.__new__(cls)
        else:
            member = data_type.__new__(cls, *args)
        if not hasattr(member, "_value_"):
            member._value_ = value if data_type is object else data_type(*args)
        member._name_ = name
        for other in cls._member_map_.values():
            if other._value_ == member._value_:
                member = other
                break
        else:
            member._sort_order_ = len(cls._member_names_)
            member.__init__(*args)
            if cls._is_listed(member._value_):
                cls._member_names_.append(name)
        cls._member_map_[name] = member
        type.__setattr__(cls, name, member)
        try:
            cls._value2member_map_.setdefault(member._value_, member)
        except TypeError:
            pass

    def _is_listed(cls, value):
        """False for combinations of flags, which are aliases."""
        if not issubclass(cls, Flag) or not isinstance(value, int):
            return True
        return value > 0 and value & value - 1 == 0

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1):
        if names is None:
            return cls._lookup(value)
        return cls._create(value, names, type, start)

    def _create(cls, name, names, mixin, start):
        bases = (cls,) if mixin is None else (mixin, cls)
        namespace = EnumType.__prepare__(name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if hasattr(names, "items"):
            names = names.items()
        for i, item in enumerate(names):
            if isinstance(item, str):
                value = namespace.generate(item, start, i, namespace.values_so_far[:])
                namespace[item] = value
            else:
                key, value = item
                namespace[key] = value
        return EnumType(name, bases, namespace)

    def _lookup(cls, value):
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for member in cls._member_map_.values():
                if member._value_ == value:
                    return member
        try:
            found = cls._missing_(value)
        except Exception as error:
            if not isinstance(error, ValueError):
                error.__context__ = cls._invalid(value)
            raise
        if isinstance(found, cls) or isinstance(found, int) and Flag in cls.__mro__ and cls._boundary_ == "eject":
            return found
        if found is None:
            raise cls._invalid(value)
        error = TypeError(f"error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member")
        error.__context__ = cls._invalid(value)
        raise error

    def _invalid(cls, value):
        return ValueError(f"{value!r} is not a valid {cls.__qualname__}")

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            title = type(member).__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': '{title}' and '{type(cls).__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __getattr__(cls, name):
        raise AttributeError(name) from None

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __dir__(cls):
        return ["__class__", "__doc__", "__members__", "__module__"] + cls._member_names_

    @property
    def __members__(cls):
        return type(type.__dict__)(cls._member_map_)

    def __repr__(cls):
        kind = "flag" if Flag in cls.__mro__ else "enum"
        return f"<{kind} {cls.__name__!r}>"


EnumMeta = EnumType


def _data_type(cls):
    """The builtin class whose values the members are."""
    for base in cls.__mro__[1:]:
        if base is not object and not isinstance(base, EnumType):
            for native in base.__mro__:
                if native in (int, str, float, bytes, tuple, complex, frozenset):
                    return base
    return object


def _inherited_new(cls):
    for base in cls.__mro__[1:]:
        if isinstance(base, EnumType) and "_new_member_" in base.__dict__:
            return base._new_member_
    return None


class Enum(metaclass=EnumType):
    """A set of named values."""

    def _generate_next_value_(name, start, count, last_values):
        return max(last_values) + 1 if last_values else start

    @classmethod
    def _missing_(cls, value):
        return None

    def __init__(self, *args):
        pass

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return str.__format__(str(self), spec)

    def __hash__(self):
        return hash(self._name_)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    """An enumeration whose members have the text of their values."""


class IntEnum(int, ReprEnum):
    """An enumeration whose members are integers."""

    __hash__ = int.__hash__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec) if spec else str(self)


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strings."""

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    __hash__ = str.__hash__

    def __str__(self):
        return str.__str__(self)

    def __format__(self, spec):
        return str.__format__(self, spec) if spec else str(self)


class Flag(Enum):
    """An enumeration whose members are bits."""

    _boundary_ = "strict"

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        return 1 << max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        every = cls._all_bits()
        if value < 0:
            value &= every
        boundary = cls._boundary_
        if value & ~every and boundary == "conform":
            value &= every
        if value & ~every and boundary == "eject":
            return value
        if value & ~every and boundary == "strict":
            bits = max(every.bit_length(), value.bit_length())
            raise ValueError(f"{cls!r} invalid value {value!r}\n    given {_bits(value, bits)}\n  allowed {_bits(every, bits)}")
        data_type = _data_type(cls)
        member = object.__new__(cls) if data_type is object else data_type.__new__(cls, value)
        member._value_ = value
        names = [single._name_ for single in cls if single._value_ & value]
        rest = value & ~every
        if rest and names:
            names.append(str(rest))
        member._name_ = "|".join(names) if names else None
        cls._value2member_map_[value] = member
        return member

    @classmethod
    def _all_bits(cls):
        bits = 0
        for member in cls._member_map_.values():
            bits |= member._value_
        return bits

    def _other(self, other):
        if isinstance(other, type(self)):
            return other._value_
        if isinstance(self, int) and isinstance(other, int):
            return int(other)
        return None

    def __or__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        return NotImplemented if value is None else type(self)(self._value_ ^ value)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return type(self)(self._all_bits() & ~self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            title = type(other).__qualname__
            raise TypeError(f"unsupported operand type(s) for 'in': {title!r} and {type(self).__qualname__!r}")
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        return (member for member in type(self) if member._value_ & self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __hash__(self):
        return hash(self._value_)

    def __repr__(self):
        if self._name_ is None:
            return f"<{type(self).__name__}: {self._value_!r}>"
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        if self._name_ is None:
            return f"{type(self).__name__}({self._value_!r})"
        return f"{type(self).__name__}.{self._name_}"


def _bits(value, count):
    return f"0b0 {value:0{count}b}"


class IntFlag(int, ReprEnum, Flag):
    """An enumeration whose members are bits and integers."""

    _boundary_ = "keep"

    __hash__ = int.__hash__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__

    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return int.__format__(self, spec) if spec else str(self)


def unique(enumeration):
    """The decorator of an enumeration without aliases."""
    members = enumeration._member_map_.items()
    aliases = [(name, member.name) for name, member in members if name != member.name]
    if aliases:
        listed = ", ".join(f"{alias} -> {name}" for alias, name in aliases)
        raise ValueError(f"duplicate values found in {enumeration!r}: {listed}")
    return enumeration


class FlagBoundary(StrEnum):
    """What becomes of bits that are in no member of a Flag."""

    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT = FlagBoundary.STRICT
CONFORM = FlagBoundary.CONFORM
EJECT = FlagBoundary.EJECT
KEEP = FlagBoundary.KEEP


class EnumCheck(StrEnum):
    """What verify() can ask for."""

    CONTINUOUS = "no skipped integer values"
    NAMED_FLAGS = "multi-flag aliases may not contain unnamed flags"
    UNIQUE = "one name per value"


CONTINUOUS = EnumCheck.CONTINUOUS
NAMED_FLAGS = EnumCheck.NAMED_FLAGS
UNIQUE = EnumCheck.UNIQUE


class verify:
    """The decorator of an enumeration for which these conditions hold."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        members = enumeration._member_map_
        values = sorted({one._value_ for one in enumeration})
        title = ("flag" if issubclass(enumeration, Flag) else "enum") + f" {enumeration.__name__!r}"
        for check in self.checks:
            if check is UNIQUE:
                aliases = [f"{name} -> {one.name}" for name, one in members.items() if name != one.name]
                if aliases:
                    raise ValueError(f"aliases found in {enumeration!r}: {', '.join(aliases)}")
            elif check is CONTINUOUS and len(values) > 1:
                if issubclass(enumeration, Flag):
                    expected = [1 << bit for bit in range(values[0].bit_length(), values[-1].bit_length() - 1)]
                else:
                    expected = range(values[0], values[-1] + 1)
                missing = [str(value) for value in expected if value not in values]
                if missing:
                    raise ValueError(f"invalid {title}: missing values {', '.join(missing)}")
            elif check is NAMED_FLAGS:
                self._check_names(enumeration, members, values)
        return enumeration

    def _check_names(self, enumeration, members, values):
        wrong, unnamed = [], 0
        for name, one in members.items():
            rest = one._value_
            for value in values:
                rest &= ~value
            if name == one.name and rest:
                wrong.append(name)
                unnamed |= rest
        if wrong:
            listed = wrong[0] if len(wrong) == 1 else f"{', '.join(wrong[:-1])} and {wrong[-1]}"
            what = f"alias {listed} is missing" if len(wrong) == 1 else f"aliases {listed} are missing"
            value = f"value {unnamed:#x}" if unnamed.bit_count() == 1 else f"combined values of {unnamed:#x}"
            raise ValueError(f"invalid Flag {enumeration.__name__!r}: {what} {value} [use enum.show_flag_values(value) for details]")


def show_flag_values(value):
    """The bits of a value, each as a number."""
    return [1 << bit for bit in range(value.bit_length()) if value >> bit & 1]


class _Property(property):
    """A property of members under whose name the enumeration may have a member."""

    def __get__(self, instance, ownerclass=None):
        if instance is not None:
            return super().__get__(instance, ownerclass)
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}") from None

    def __set_name__(self, ownerclass, name):
        self.name = name


property = _Property
