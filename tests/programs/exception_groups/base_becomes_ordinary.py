"""BaseExceptionGroup of ordinary exceptions only"""
group = BaseExceptionGroup("a", [ValueError("x"), KeyError(1)])
print(type(group), BaseExceptionGroup("b", [KeyboardInterrupt()]))
raise group
