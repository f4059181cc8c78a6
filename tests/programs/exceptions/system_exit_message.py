"""sys.exit with a message."""

import sys

sys.exit("something went wrong")
