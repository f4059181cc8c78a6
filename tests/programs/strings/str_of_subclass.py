"""str(x) whose __str__ returns an instance of a subclass of str."""
class Loud(str):
    def __str__(self): return self
class Other(str): pass
a = str(Loud("ab"))
print(a, type(a).__name__)
b = Other(Loud("ab"))
print(b == "ab", type(b).__name__, b + "c", len(b))
print(f"{Loud('x')}", "%s" % Loud("y"))
