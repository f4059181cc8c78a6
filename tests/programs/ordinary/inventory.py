"""Text processing: a report from lines of records, with classes, sorting and formatting."""
from collections import Counter, defaultdict, namedtuple
from dataclasses import dataclass, field
from functools import reduce

DATA = """\
# id; name; category; price; quantity
1001; Widget, large ; tools; 12.50; 40
1002; Gadget;toys;3.99;120
1003; Sprocket; tools; 0.75; 1000

1004; Doohickey; misc; 19.95; 0
bad line without fields
1005; Thingamajig; toys; x12; 4
1006; Gizmo; misc; 7.00; 15
"""

Problem = namedtuple("Problem", "line text reason")


@dataclass(order=True)
class Product:
    sort_key: float = field(init=False, repr=False)
    number: int
    name: str
    category: str
    price: float
    quantity: int = 0
    tags: set = field(default_factory=set, compare=False)

    def __post_init__(self):
        self.sort_key = -self.value
        if not self.quantity:
            self.tags.add("empty")
        if self.price > 10:
            self.tags.add("expensive")

    @property
    def value(self):
        return round(self.price * self.quantity, 2)


def parse(text):
    products, problems = [], []
    for number, line in enumerate(text.splitlines(), start=1):
        line = line.partition("#")[0].strip()
        if not line:
            continue
        try:
            ident, name, category, price, quantity = (part.strip() for part in line.split(";"))
            products.append(Product(int(ident), name, category, float(price), int(quantity)))
        except ValueError as error:
            problems.append(Problem(number, line, str(error)))
    return products, problems


def report(products, width=60):
    by_category = defaultdict(list)
    for product in sorted(products):
        by_category[product.category].append(product)
    yield "=" * width
    yield f"{'Inventory':^{width}}"
    yield "=" * width
    for category in sorted(by_category):
        yield f"[{category.title()}]"
        for p in by_category[category]:
            flags = ",".join(sorted(p.tags)) or "-"
            yield f"  {p.number:05d} {p.name:<20.18}{p.price:>8.2f} x{p.quantity:<6,}{p.value:>10,.2f} {flags}"
        total = sum(p.value for p in by_category[category])
        yield f"  {'subtotal':.<45}{total:>11,.2f}"
    grand = reduce(lambda acc, p: acc + p.value, products, 0.0)
    yield "-" * width
    yield f"{'TOTAL':<20}{grand:>{width - 20},.2f}"


products, problems = parse(DATA)
for line in report(products):
    print(line.rstrip())
for p in problems:
    print(f"line {p.line}: {p.reason!r} in {p.text!r}")
letters = Counter(ch for p in products for ch in p.name.lower() if ch.isalpha())
print(letters.most_common(5))
print(max(products, key=lambda p: (len(p.tags), p.price)).name)
print({p.name.split(",")[0]: p.value for p in products if p.value})
