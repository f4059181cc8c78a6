"""State machines with classes: states as objects, transitions as tables, a traffic light and a door."""


class State:
    registry = {}

    def __init_subclass__(cls, **options):
        super().__init_subclass__()
        cls.name = cls.__name__.lower()
        cls.duration = options.pop("duration", 1)
        State.registry[cls.name] = cls

    def enter(self, machine):
        machine.trace(f"+{self.name}")

    def leave(self, machine):
        machine.trace(f"-{self.name}")

    def next(self, machine, event):
        return None

    def __str__(self):
        return self.name


class Red(State, duration=3):
    def next(self, machine, event):
        if event == "timeout":
            return "green"


class Green(State, duration=2):
    def next(self, machine, event):
        if event == "timeout":
            return "yellow"
        if event == "emergency":
            return "red"

    def enter(self, machine):
        super().enter(machine)
        machine.cars = max(0, machine.cars - 2)


class Yellow(State):
    def next(self, machine, event):
        return "red" if event in ("timeout", "emergency") else None


class Machine:
    def __init__(self, start):
        self.lines = []
        self.cars = 5
        self.timer = 0
        self.state = None
        self.go(start)

    def trace(self, text):
        self.lines.append(text)

    def go(self, name):
        if self.state:
            self.state.leave(self)
        self.state = State.registry[name]()
        self.timer = self.state.duration
        self.state.enter(self)

    def event(self, event):
        name = self.state.next(self, event)
        if name is not None:
            self.go(name)
        return name

    def tick(self):
        self.timer -= 1
        if self.timer == 0:
            self.event("timeout")


light = Machine("red")
for tick in range(12):
    light.tick()
    if tick == 6:
        light.event("emergency")
print(" ".join(light.lines), light.cars, light.state)
print(sorted(State.registry), [c.duration for c in State.registry.values()])


class Door:
    """The same by a table, with guards and actions as methods."""

    TABLE = {
        ("closed", "open"): ("opened", None, None),
        ("opened", "close"): ("closed", None, None),
        ("closed", "lock"): ("locked", None, "remember"),
        ("locked", "unlock"): ("closed", "right_code", None),
    }

    def __init__(self, code):
        self._code, self.state, self.failures = code, "closed", 0

    def right_code(self, code=None):
        ok = code == self._code
        self.failures += not ok
        return ok

    def remember(self, code=None):
        if code is not None:
            self._code = code

    def __getattr__(self, name):
        if name.startswith("_") or not any(name == event for _, event in self.TABLE):
            raise AttributeError(f"a door cannot {name}")

        def handler(*arguments):
            try:
                state, guard, action = self.TABLE[self.state, name]
            except KeyError:
                return f"cannot {name} a door that is {self.state}"
            if guard and not getattr(self, guard)(*arguments):
                return "no"
            if action:
                getattr(self, action)(*arguments)
            self.state = state
            return state
        return handler


door = Door(1234)
for event, *arguments in [["open"], ["lock"], ["close"], ["lock", 42], ["unlock", 1234], ["open"], ["unlock", 42], ["open"]]:
    print(event, arguments, "->", getattr(door, event)(*arguments))
try:
    door.paint("red")
except AttributeError as error:
    print(error, door.failures)
