"""typing: names in annotations, Generic, NamedTuple, TypedDict, cast, NewType, Protocol."""
from typing import (TYPE_CHECKING, Any, Callable, ClassVar, Dict, Generic, Iterable, List, Literal, NamedTuple, NewType, Optional,
                    Protocol, Tuple, TypedDict, TypeVar, Union, cast, overload)

T = TypeVar("T")
UserId = NewType("UserId", int)


class Stack(Generic[T]):
    limit: ClassVar[int] = 3

    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self

    def pop(self) -> Optional[T]:
        return self.items.pop() if self.items else None


print(Stack[int]().push(1).push(2).pop(), Stack().pop(), UserId(5), cast(str, 3), TYPE_CHECKING, T)


class Employee(NamedTuple):
    """An employee."""

    name: str
    id: int = 3

    def title(self) -> str:
        return f"{self.name}#{self.id}"


e = Employee("Ann")
print(e, e.title(), e._replace(id=9), Employee._fields, e == ("Ann", 3), Employee.__doc__, isinstance(e, tuple))
Pair = NamedTuple("Pair", [("a", int), ("b", str)])
print(Pair(1, "x"))


class Movie(TypedDict, total=False):
    title: str
    year: int


m: Movie = {"title": "Up", "year": 2009}
print(m, Movie(title="X"), type(Movie(title="X")))


class Quacks(Protocol):
    def quack(self) -> str: ...


class Duck:
    def quack(self) -> str:
        return "quack"


def speak(animal: Quacks, times: Union[int, str] = 1, mode: Literal["a", "b"] = "a") -> str:
    return animal.quack() * int(times)


print(speak(Duck(), "2"))


def total(items: Iterable[int], start: Optional[int] = None, f: Callable[[int], int] = abs, **options: Any) -> Dict[str, Tuple[int, ...]]:
    return {"sum": tuple(map(f, items))}


print(total([-1, 2]), total.__annotations__)
print(List[int], Optional[str], Union[int, str, None], Callable[[int, str], None], Dict[str, List[int]], Any, Literal[1, "a"])


class Point(Generic[T]):
    x: T
    y: "T"


print(Point.__annotations__, isinstance([], List), Union[int, int])
