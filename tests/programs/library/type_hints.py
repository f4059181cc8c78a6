"""typing: protocols that isinstance() takes, type variables, generic classes, their arguments."""

from typing import (
    Annotated,
    Any,
    Callable,
    Dict,
    Generic,
    List,
    Literal,
    Optional,
    ParamSpec,
    Protocol,
    Tuple,
    TypedDict,
    TypeVar,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    runtime_checkable,
)

P = ParamSpec("P")
T = TypeVar("T")
K = TypeVar("K", bound=int)
S_co = TypeVar("S_co", covariant=True)


def logged(f: Callable[P, T]) -> Callable[P, T]:
    def inner(*args: P.args, **kwargs: P.kwargs) -> T:
        return f(*args, **kwargs)

    return inner


print(logged(max)(1, 5), logged.__annotations__, T, K, S_co, K.__bound__)


@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...


class Circle:
    def draw(self):
        return "O"


class Square(Drawable):
    def __init__(self, side):
        self.side = side

    def draw(self):
        return "#" * self.side


class Named(Protocol):
    name: str


print(isinstance(Circle(), Drawable), isinstance(3, Drawable), issubclass(Circle, Drawable), isinstance(Square(2), Drawable))
print(Square(3).draw())
for wrong in lambda: Drawable(), lambda: isinstance(3, Named):
    try:
        wrong()
    except TypeError as e:
        print(e)


class Box(Generic[T]):
    def __init__(self, value: T):
        self.value = value

    @classmethod
    def of(cls, value):
        return cls(value)


class Pair(Box[T], Generic[T, K]):
    pass


print(Box[int], Box[int](3).value, Box[int].of(4).value, Pair[int, str], Pair.__parameters__, Box[int] == Box[int])
for wrong in lambda: Box[int, str], lambda: Box[int][str], lambda: Generic[int], lambda: isinstance(3, List[int]):
    try:
        wrong()
    except TypeError as e:
        print(e)
print(List[T][int], Dict[str, T][int], Union[int, T][str], Tuple[int, ...], Optional[List[str]], list[T][int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(int), get_args(int | str))
print(Union[int, str] == Union[str, int], isinstance(3, Union[int, str]), Literal[1, 2] == Literal[2, 1], Literal["a"])
print(Union[int, str] == (int | str), (str | int) == Union[int, str], Union[int | str, None], int | List[int])
print(Annotated[int, "unit"], get_type_hints(Box.__init__), Union[int, None], List["Box"])


class Movie(TypedDict, total=False):
    title: str


class Dated(Movie):
    year: Any


print(Dated(title="x"), Dated.__annotations__, sorted(Dated.__required_keys__), Dated.__total__)
Point = TypedDict("Point", {"x": int})
print(Point(x=1), Point.__annotations__)
