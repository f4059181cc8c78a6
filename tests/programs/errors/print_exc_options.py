"""traceback.print_exc() writes to the error stream"""

import sys
import traceback

try:
    1 / 0
except ZeroDivisionError as error:
    traceback.print_exc(file=sys.stderr)
    traceback.print_exception(error, chain=True)
