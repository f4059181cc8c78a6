"""abc: abstract methods, registration, `__subclasshook__`."""
from abc import ABC, abstractmethod, ABCMeta
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
    @classmethod
    @abstractmethod
    def make(cls): ...
try: Shape()
except TypeError as e: print(e)
class Half(Shape):
    def area(self): return 1
try: Half()
except TypeError as e: print(e)
class Full(Half):
    name = "full"
    @classmethod
    def make(cls): return cls()
print(Full.make().area(), isinstance(Full(), Shape), Full().name)
print(Shape.__abstractmethods__ == {"area", "name", "make"}, Half.__abstractmethods__ == {"name", "make"}, Full.__abstractmethods__)
class One(metaclass=ABCMeta):
    @abstractmethod
    def f(self): pass
try: One()
except TypeError as e: print(e)
@Shape.register
class Other: pass
print(isinstance(Other(), Shape), issubclass(Other, Shape), issubclass(int, Shape))
print(type(Shape), Shape.area.__isabstractmethod__)
class Hook(ABC):
    @classmethod
    def __subclasshook__(cls, C):
        if cls is Hook:
            return any("quack" in B.__dict__ for B in C.__mro__) or NotImplemented
        return NotImplemented
class Duck:
    def quack(self): pass
print(isinstance(Duck(), Hook), isinstance(3, Hook), issubclass(Duck, Hook))
