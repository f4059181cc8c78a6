"""Carets below wide characters"""
def f(x): return 1 // 0

errors = []
def attempt(action):
    try: action()
    except Exception as e: errors.append(e)
def a():
    f('🐍')
def b():
    f('🐍') ; pass
def c():
    x = ('🐍中', f('中'))
def d():
    assert (
        ("🐍" in 'a')
        and True
    )
def e():
    assert ("🐍" in 'a', "🐍🐍 " in
      'a')[0]
def g():
    f("🐍🐍🐍🐍"
      'a')
def h():
    f("ééé"
      'a')
for x in a, b, c, d, e, g, h: attempt(x)
raise ExceptionGroup("x", errors)
