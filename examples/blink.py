"""A square wave on pin 0: 1 kHz at a clock of 100 MHz."""

from compiler.intrinsics import *

HALF_PERIOD = 50_000  # cycles


def wait(cycles):
    start = pyxl_get_cycle_counter()
    # The counter wraps at 2**31.
    while (pyxl_get_cycle_counter() - start) & 0x7FFFFFFF < cycles:
        pass


def blink(times):
    for _ in range(times):
        pyxl_write_gpio_pin0(1)
        wait(HALF_PERIOD)
        pyxl_write_gpio_pin0(0)
        wait(HALF_PERIOD)


blink(5)
print("done")
