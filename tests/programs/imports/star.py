# `import *` binds the public names.
from helper import *

print(double(VALUE), get())
