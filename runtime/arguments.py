"""Calls with the wrong number of arguments."""


@trap("event.args")
def wrong_arguments(ignored, given):
    """Says which function it was, by the address of its first instruction.

    The linker's table holds for each function: this address, the name, the number
    of parameters, and their names."""
    table = functions()
    at = trap_pc()
    entry = 0
    while ld(table, entry) != at:
        entry += 3 + ld(table, entry + 2)
    params = ld(table, entry + 2)
    report("TypeError: ")
    report(ld(table, entry + 1))
    if given < params:
        missing(table, entry + 3, given, params)
    else:
        report("() takes ")
        send_int(params, ERRORS)
        report(" positional argument")
        plural(params)
        report(" but ")
        send_int(given, ERRORS)
        if given == 1:
            report(" was given")
        else:
            report(" were given")
    fail()


def missing(table, names, given, params):
    """Lists the missing arguments."""
    count = params - given
    report("() missing ")
    send_int(count, ERRORS)
    report(" required positional argument")
    plural(count)
    report(": ")
    for i in range(given, params):
        if i > given:
            if count > 2:
                report(",")
            report(" ")
            if i == params - 1:
                report("and ")
        report("'")
        report(ld(table, names + i))
        report("'")


def plural(count):
    """The end of a word for this number of things."""
    if count != 1:
        report("s")
