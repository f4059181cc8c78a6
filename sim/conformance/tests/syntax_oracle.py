"""Prints what CPython prints when it runs each of the files, which are no Python."""

import ctypes
import io
import sys
import warnings

warnings.simplefilter("ignore")
run = ctypes.pythonapi.PyRun_SimpleFileExFlags
run.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
fopen = ctypes.CDLL(None).fopen
fopen.restype = ctypes.c_void_p

answers = []
for path in sys.argv[1:]:
    sys.stderr = io.StringIO()
    try:
        run(fopen(path.encode(), b"r"), path.encode(), 1, None)
        answers.append(sys.stderr.getvalue())
    finally:
        sys.stderr = sys.__stderr__
sys.stdout.reconfigure(encoding="utf-8")
print(*answers, sep="\0", end="\0")
