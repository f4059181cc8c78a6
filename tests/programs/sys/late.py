"""A module for the program beside it."""
import sys

seen = __name__ in sys.modules
