"""Containers beyond the builtin ones."""

from collections import abc
from collections._counter import Counter
from collections._deque import deque
from collections._dicts import ChainMap, OrderedDict, defaultdict
from collections._namedtuple import namedtuple
from collections._user import UserDict, UserList
