"""Packages: `__init__`, submodules, relative imports, `import a.b as c`, `__all__`."""
import shapes.solid.cube
import shapes.flat as plane
from shapes import *
from shapes.solid import cube as block, sides

print(shapes.__name__, plane.__name__, block.__name__, sides)
print(shapes.solid.cube.volume(3), block is shapes.solid.cube, plane.unit(), area(3), Round.__module__)
print(block.name(), shapes.UNIT)
shapes.UNIT = 10
print(area(1), plane.unit())
try:
    print(UNIT)
except NameError as error:
    print(error)
try:
    from shapes import nothing
except ImportError as error:
    print(type(error).__name__, error.name, str(error).split(" (")[0])
try:
    import shapes.missing
except ModuleNotFoundError as error:
    print(error, error.name)
try:
    from . import helper
except ImportError as error:
    print(error)
print(hasattr(shapes, "cube"), hasattr(shapes, "missing"))
