"""An incremental constraint solver in one direction: strengths, plans, chains, after DeltaBlue."""


class Strength:
    names = ["required", "strong preferred", "preferred", "strong default", "normal", "weak default", "weakest"]
    all = []

    def __init__(self, level):
        self.level, self.name = level, self.names[level]

    def __repr__(self):
        return f"Strength({self.name!r})"

    def stronger(self, other):
        return self.level < other.level

    @classmethod
    def weakest_of(cls, *strengths):
        return max(strengths, key=lambda s: s.level)


Strength.all = [Strength(level) for level in range(len(Strength.names))]
REQUIRED, STRONG_PREFERRED, PREFERRED, STRONG_DEFAULT, NORMAL, WEAK_DEFAULT, WEAKEST = Strength.all


class Variable:
    def __init__(self, name, value=0):
        self.name, self.value = name, value
        self.constraints = []
        self.determined_by = None
        self.mark = 0
        self.walk_strength = WEAKEST
        self.stay = True

    def __repr__(self):
        return f"{self.name}={self.value}"


class Constraint:
    is_input = False

    def __init__(self, strength, *variables):
        self.strength, self.variables = strength, variables
        self.add_to(planner)

    def add_to(self, planner):
        for variable in self.variables:
            variable.constraints.append(self)
        self.output = None
        planner.incremental_add(self)

    def destroy(self):
        if self.output is not None:
            planner.incremental_remove(self)
        else:
            self.detach()

    def detach(self):
        for variable in self.variables:
            variable.constraints.remove(self)

    def inputs(self):
        return [v for v in self.variables if v is not self.output]

    def inputs_known(self, mark):
        return all(v.mark == mark or v.stay or v.determined_by is None for v in self.inputs())

    def choose(self, mark):
        best = None
        for variable in self.variables:
            if variable.mark != mark and self.strength.stronger(variable.walk_strength):
                if best is None or best.walk_strength.stronger(variable.walk_strength):
                    best = variable
        self.output = best

    def satisfy(self, mark):
        self.choose(mark)
        if self.output is None:
            if self.strength is REQUIRED:
                raise RuntimeError("Could not satisfy a required constraint!")
            return None
        for variable in self.inputs():
            variable.mark = mark
        overridden = self.output.determined_by
        if overridden is not None:
            overridden.output = None
        self.output.determined_by = self
        if not planner.add_propagate(self, mark):
            raise RuntimeError("Cycle encountered")
        self.output.mark = mark
        return overridden

    def recalculate(self):
        out = self.output
        out.walk_strength = Strength.weakest_of(self.strength, *(v.walk_strength for v in self.inputs()))
        out.stay = not self.is_input and all(v.stay for v in self.inputs())
        if out.stay:
            self.execute()


class Stay(Constraint):
    def execute(self):
        pass


class Edit(Stay):
    is_input = True


class Equal(Constraint):
    def execute(self):
        (source,) = self.inputs()
        self.output.value = source.value


class Scale(Constraint):
    """destination = source * scale + offset, in both directions."""

    def __init__(self, strength, source, scale, offset, destination):
        self.scale, self.offset = scale, offset
        super().__init__(strength, source, destination, scale, offset)

    def choose(self, mark):
        source, destination = self.variables[:2]
        candidates = [v for v in (destination, source) if v.mark != mark and self.strength.stronger(v.walk_strength)]
        self.output = min(candidates, key=lambda v: -v.walk_strength.level, default=None)

    def execute(self):
        source, destination = self.variables[:2]
        if self.output is destination:
            destination.value = source.value * self.scale.value + self.offset.value
        else:
            source.value = (destination.value - self.offset.value) // self.scale.value


class Planner:
    def __init__(self):
        self.mark = 0

    def new_mark(self):
        self.mark += 1
        return self.mark

    def incremental_add(self, constraint):
        mark = self.new_mark()
        overridden = constraint.satisfy(mark)
        while overridden is not None:
            overridden = overridden.satisfy(mark)

    def incremental_remove(self, constraint):
        out = constraint.output
        constraint.output = None
        constraint.detach()
        unsatisfied = self.remove_propagate(out)
        unsatisfied.sort(key=lambda c: c.strength.level)
        for c in unsatisfied:
            self.incremental_add(c)

    def consumers(self, variable):
        return [c for c in variable.constraints if c is not variable.determined_by and c.output is not None]

    def add_propagate(self, constraint, mark):
        todo = [constraint]
        while todo:
            c = todo.pop()
            if c.output.mark == mark:
                self.incremental_remove(constraint)
                return False
            c.recalculate()
            todo += self.consumers(c.output)
        return True

    def remove_propagate(self, out):
        out.determined_by, out.walk_strength, out.stay = None, WEAKEST, True
        unsatisfied, todo = [], [out]
        while todo:
            variable = todo.pop()
            unsatisfied += [c for c in variable.constraints if c.output is None]
            for c in self.consumers(variable):
                c.recalculate()
                todo.append(c.output)
        return unsatisfied

    def plan(self, constraints):
        mark, plan = self.new_mark(), []
        todo = [c for c in constraints if c.is_input and c.output is not None]
        while todo:
            c = todo.pop()
            if c.output.mark != mark and c.inputs_known(mark):
                plan.append(c)
                c.output.mark = mark
                todo += self.consumers(c.output)
        return plan


def change(variable, value):
    edit = Edit(PREFERRED, variable)
    plan = planner.plan([edit])
    for _ in range(3):
        variable.value = value
        for constraint in plan:
            constraint.execute()
    edit.destroy()


def chain(n):
    variables = [Variable(f"v{i}") for i in range(n + 1)]
    for a, b in zip(variables, variables[1:]):
        Equal(REQUIRED, a, b)
    Stay(STRONG_DEFAULT, variables[-1])
    edit = Edit(PREFERRED, variables[0])
    plan = planner.plan([edit])
    for value in range(3):
        variables[0].value = value
        for constraint in plan:
            constraint.execute()
        assert variables[-1].value == value, variables
    edit.destroy()
    return variables[-1]


def projection(n):
    scale, offset = Variable("scale", 10), Variable("offset", 1000)
    pairs = []
    for i in range(n):
        source, destination = Variable(f"s{i}", i), Variable(f"d{i}", i)
        Stay(NORMAL, source)
        Scale(REQUIRED, source, scale, offset, destination)
        pairs.append((source, destination))
    yield [d.value for _, d in pairs]
    change(pairs[0][0], 17)
    yield pairs[0]
    change(pairs[0][1], 1050)
    yield pairs[0]
    change(scale, 5)
    yield [d.value for _, d in pairs[:-1]]
    change(offset, 2000)
    yield [d.value for _, d in pairs[:-1]]


planner = Planner()
print(chain(8), planner.mark)
for line in projection(6):
    print(line)
print(Strength.all[2], planner.mark)
