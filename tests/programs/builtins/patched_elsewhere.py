"""A builtin that a module replaces is replaced for other modules as well."""
import builtins
import patching

print(patching.count("abc"))
builtins.len = lambda x: 42
print(patching.count("abc"), len(()))
setattr(builtins, "shared", "everywhere")
print(patching.read())


def local():
    len = 3
    return len


print(local())
try:
    patching.missing()
except NameError as error:
    print(error)
