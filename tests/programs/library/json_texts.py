"""json: dumps with its options, loads, hooks, errors."""
import json

value = {"name": "Widget \"x\"", "tags": ["a", "é", "😀", "\n\x01"], "n": 3, "f": 1.5, "none": None, "yes": True, "nested": {"list": [], "dict": {}, "t": (1, 2)}, 4: "int key", None: 0}
text = json.dumps(value)
print(text)
print(json.loads(text) == {**value, "4": "int key", "null": 0} or sorted(json.loads(text)))
print(json.dumps(value, indent=2, ensure_ascii=False))
print(json.dumps({"b": 1, "a": [1, {"z": 0}]}, sort_keys=True, separators=(",", ":")), json.dumps([1, [2, []]], indent="\t"), json.dumps("x"), json.dumps([1e100, -0.0, 10**20, float("inf")]))
for good in ('[1, 2.5e3, -0, -1.5E-2, 10]', ' {"a" : { } , "b":[ ]} ', '"\\u00e9\\ud83d\\ude00\\/\\n"', "true", "null", "[[], [[]], {}]", "NaN", "123"):
    print(repr(json.loads(good)))
for bad in ("", "[1,]", "{1: 2}", '{"a" 1}', '{"a": 1,}', "[1 2]", '"abc', '"\\x"', "tru", "1 2", '{"a": 1\n "b": 2}', '"a\nb"', "[", "01", '"\\u12"', "-"):
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as error:
        print(repr(bad), "->", error, error.pos)


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


class Encoder(json.JSONEncoder):
    def default(self, o):
        return {"__point__": [o.x, o.y]} if isinstance(o, Point) else super().default(o)


text = json.dumps([Point(1, 2)], cls=Encoder)
print(text, json.dumps({"p": Point(3, 4)}, default=vars), type(json.loads(text, object_hook=lambda d: Point(*d["__point__"]) if "__point__" in d else d)[0]).__name__)
print(json.loads('{"a": 1, "b": {"c": 2}}', object_pairs_hook=list), json.loads("[1.5, 2]", parse_float=str, parse_int=lambda s: int(s) + 100))
loop = []
loop.append(loop)
for wrong in (object(), {(1, 2): 3}, loop, {1, 2}, b"x"):
    try:
        json.dumps(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
