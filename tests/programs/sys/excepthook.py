"""sys.excepthook is called with an uncaught exception."""

import sys
def hook(t, v, tb):
    print("hook", t.__name__, v)
sys.excepthook = hook
1/0
