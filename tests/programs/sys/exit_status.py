"""The exit status of sys.exit: a number, None, a message."""
import sys

for status in (None, 3, "message", (1, 2)):
    try:
        sys.exit(status)
    except SystemExit as error:
        print(error.code, error.args)
try:
    sys.exit()
except SystemExit as error:
    print(error.code, error.args)
sys.exit(259)
