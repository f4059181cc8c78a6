"""A logger, a query language and word counts: enum, dataclasses, re, json, collections."""
import re, json, sys
from collections import Counter, deque
from enum import Enum, auto
from dataclasses import dataclass, field
from typing import Callable, Iterator

class Level(Enum):
    DEBUG = 10
    INFO = 20
    ERROR = 40
    def __lt__(self, other): return self.value < other.value
    @property
    def short(self): return self.name[0]

@dataclass
class Record:
    level: Level
    message: str
    fields: dict[str, object] = field(default_factory=dict)
    def render(self, template: str = "{level.short} {message}{extra}") -> str:
        extra = "".join(f" {k}={v!r}" for k, v in self.fields.items())
        return template.format(level=self.level, message=self.message, extra=extra)

class Logger:
    def __init__(self, name: str, threshold: Level = Level.INFO, sinks: list[Callable[[str], None]] | None = None):
        self.name, self.threshold = name, threshold
        self.sinks = sinks or []
        self.counts: Counter[Level] = Counter()
    def log(self, level: Level, message: str, /, **fields):
        self.counts[level] += 1
        if level < self.threshold: return False
        record = Record(level, message, fields)
        for sink in self.sinks: sink(f"[{self.name}] {record.render()}")
        return True
    def __getattr__(self, name):
        try: level = Level[name.upper()]
        except KeyError: raise AttributeError(name) from None
        return lambda message, **fields: self.log(level, message, **fields)

ring = deque(maxlen=3)
log = Logger("app", sinks=[print, ring.append])
print(log.info("started", port=80), log.debug("hidden"), log.error("failed", code=-1, why="x y"))
for i in range(4): log.info(f"tick {i}")
print(list(ring), log.counts[Level.INFO], log.counts.most_common(1)[0][0].name)
try: log.nothing
except AttributeError as e: print("no", e)

QUERY = re.compile(r"(?P<field>\w+)\s*(?P<op>[<>=!]=?)\s*(?P<value>'[^']*'|\d+(?:\.\d+)?)")
def parse_query(text: str) -> Iterator[tuple]:
    for part in re.split(r"\s+and\s+", text, flags=re.I):
        if not (m := QUERY.fullmatch(part.strip())): raise ValueError(f"bad clause: {part!r}")
        value = m["value"]
        yield m["field"], m["op"], value.strip("'") if value[0] == "'" else float(value) if "." in value else int(value)
import operator
OPS = {"=": operator.eq, "==": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}
rows = json.loads('[{"name": "ann", "age": 30, "tags": ["a", "b"]}, {"name": "bob", "age": 25, "tags": []}, {"name": "cid", "age": 41, "tags": ["b"]}]')
def select(rows, query):
    clauses = list(parse_query(query))
    return [r["name"] for r in rows if all(OPS[op](r[f], v) for f, op, v in clauses)]
print(select(rows, "age >= 30"), select(rows, "age<40 AND name != 'bob'"), list(parse_query("x = 1.5")))
for bad in ("age ~ 3", ""):
    try: select(rows, bad)
    except ValueError as e: print(e)
print(json.dumps({r["name"]: {**r, "tags": sorted(r["tags"], reverse=True)} for r in rows if r["tags"]}, indent=1))
w = {}
for word in re.findall(r"[a-z']+", "It's the end of the world as we know it's the end".lower()): w[word] = w.get(word, 0) + 1
print(sorted(w.items(), key=lambda kv: (-kv[1], kv[0]))[:3], {len(k) for k in w} == {2, 3, 5, 4})
