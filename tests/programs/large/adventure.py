"""A text adventure: rooms, items, a parser for commands, a script that plays it."""


class GameOver(Exception):
    pass


class Thing:
    def __init__(self, name, description="", **properties):
        self.name, self.description = name, description
        self.__dict__.update(properties)

    def __getattr__(self, name):
        # What nobody has said of a thing is not so.
        if name.startswith("__"):
            raise AttributeError(name)
        return False

    def __str__(self):
        return f"{'an' if self.name[0] in 'aeiou' else 'a'} {self.name}"


class Container:
    def __init__(self, *things):
        self._things = {thing.name: thing for thing in things}

    def __contains__(self, name):
        return name in self._things

    def __iter__(self):
        return iter(self._things.values())

    def __len__(self):
        return len(self._things)

    def take(self, name):
        return self._things.pop(name)

    def put(self, thing):
        self._things[thing.name] = thing

    def __format__(self, spec):
        names = [str(thing) for thing in self] or [spec or "nothing"]
        return ", ".join(names[:-1]) + (" and " if names[:-1] else "") + names[-1]


class Room(Container):
    def __init__(self, name, text, *things, dark=False):
        super().__init__(*things)
        self.name, self.text, self.exits, self.dark = name, text, {}, dark

    def connect(self, direction, other, back=None, *, lock=None):
        self.exits[direction] = (other, lock)
        if back:
            other.connect(back, self)
        return other


def build():
    hall = Room("Hall", "Dust dances in the light.", Thing("lamp", "It is made of brass.", portable=True, light=True))
    cellar = Room("Cellar", "It smells of old apples.", Thing("key", "Rusty.", portable=True), Thing("barrel", "Heavy."), dark=True)
    vault = Room("Vault", "Gold everywhere!", Thing("egg", "It glitters.", portable=True, treasure=True))
    hall.connect("down", cellar, "up")
    cellar.connect("east", vault, "west", lock="key")
    return hall


class Game:
    synonyms = {"n": "north", "s": "south", "e": "east", "w": "west", "d": "down", "u": "up", "get": "take", "i": "inventory", "l": "look", "x": "examine"}

    def __init__(self, room):
        self.room, self.bag, self.turns, self.score = room, Container(), 0, 0

    @property
    def lit(self):
        return not self.room.dark or any(t.light and t.burning for t in (*self.bag, *self.room))

    def find(self, name):
        for place in self.bag, self.room:
            if name in place:
                return place, next(t for t in place if t.name == name)
        raise LookupError(f"There is no {name} here.")

    def do_look(self):
        if not self.lit:
            return "It is pitch dark."
        exits = ", ".join(sorted(self.room.exits))
        return f"== {self.room.name} ==\n{self.room.text} You see {self.room:nothing special}. Exits: {exits}."

    def do_go(self, direction):
        other, lock = self.room.exits.get(direction, (None, None))
        if other is None:
            raise LookupError("You cannot go there.")
        if lock and lock not in self.bag:
            return "The door is locked."
        self.room = other
        return self.do_look()

    def do_take(self, name):
        place, thing = self.find(name)
        if not self.lit and place is self.room:
            return "You grope in the dark."
        if not thing.portable:
            return f"The {name} will not move."
        self.bag.put(place.take(name))
        if thing.treasure:
            self.score += 10
            raise GameOver(f"You win with {self.score} points in {self.turns} turns!")
        return "Taken."

    def do_drop(self, name):
        self.room.put(self.bag.take(name))
        return "Dropped."

    def do_light(self, name):
        _, thing = self.find(name)
        if not thing.light:
            return f"How do you light {thing}?"
        thing.burning = True
        return f"The {name} burns. " + self.do_look()

    def do_examine(self, name):
        return self.find(name)[1].description

    def do_inventory(self):
        return f"You carry {self.bag}."

    def command(self, line):
        self.turns += 1
        verb, *nouns = [self.synonyms.get(word, word) for word in line.lower().split() if word not in ("the", "a")]
        if verb in ("north", "south", "east", "west", "up", "down"):
            verb, nouns = "go", [verb]
        method = getattr(self, "do_" + verb, None)
        if method is None:
            return f"I don't know how to {verb}."
        try:
            return method(*nouns)
        except LookupError as error:
            return error.args[0] if isinstance(error, KeyError) is False else f"You have no {error.args[0]}."
        except TypeError:
            return f"What do you want to {verb}?"


SCRIPT = """look; north; fly; take; d; take the key; up; get lamp; i; light lamp; drop hat; down; take barrel; x barrel; light barrel; e; take key; i; e; take a egg; look"""
game = Game(build())
try:
    for line in SCRIPT.split(";"):
        print(">", line.strip())
        print(game.command(line))
except GameOver as end:
    print(end)
