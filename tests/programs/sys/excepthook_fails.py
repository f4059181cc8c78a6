"""An exception in sys.excepthook is written before the original one."""

import sys
try:
    1/0
except ZeroDivisionError:
    sys.__excepthook__(*sys.exc_info())
    sys.excepthook(*sys.exc_info())
def hook(t, v, tb):
    raise ValueError("in hook")
sys.excepthook = hook
def f():
    [].x
f()
