"""Prints what CPython prints when it runs each of the files, which are no Python; after `--warn`,
what it warns of when it compiles them."""

import ctypes
import io
import sys
import warnings

warnings.simplefilter("ignore")
run = ctypes.pythonapi.PyRun_SimpleFileExFlags
run.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, ctypes.c_void_p]
fopen = ctypes.CDLL(None).fopen
fopen.restype = ctypes.c_void_p


def show(path):
    run(fopen(path.encode(), b"r"), path.encode(), 1, None)


def warn(path):
    with open(path, encoding="utf-8") as file:
        compile(file.read(), path, "exec")


paths = sys.argv[1:]
action = show
if paths[0] == "--warn":
    action = warn
    del paths[0]
    warnings.simplefilter("always", SyntaxWarning)
answers = []
for path in paths:
    sys.stderr = io.StringIO()
    try:
        action(path)
        answers.append(sys.stderr.getvalue())
    finally:
        sys.stderr = sys.__stderr__
sys.stdout.reconfigure(encoding="utf-8")
print(*answers, sep="\0", end="\0")
