// Prints what the board sends on its serial line until the program has ended, and sends a text.
// Arguments: clock cycles per bit, the text.
#include <cstdio>
#include <cstdlib>
#include <string>

#include "Vbench.h"

int main(int argc, char **argv) {
    const int per_bit = argc > 1 ? atoi(argv[1]) : 0;
    const std::string text = argc > 2 ? argv[2] : "";
    Vbench bench;
    int count = 0, bit = -1, data = 0, quiet = 0;
    bool started = false;
    for (int cycle = 0; cycle < 2000000 && quiet < 20 * per_bit; cycle++) {
        // A start bit, eight data bits, a stop bit and a pause, from a while after the reset on.
        const int sent = cycle / per_bit - 1000;
        const size_t byte = sent / 12;
        const int frame = sent >= 0 && byte < text.size() ? 0xe00 | text[byte] << 1 : 0xfff;
        bench.rxd = sent < 0 || frame >> sent % 12 & 1;
        bench.clock = 0;
        bench.eval();
        bench.clock = 1;
        bench.eval();
        started |= !bench.halted;
        quiet = started && bench.halted && bit < 0 ? quiet + 1 : 0;
        if (bit < 0) {
            if (!bench.txd) bit = 0, data = 0, count = per_bit + per_bit / 2 - 1;
        } else if (--count == 0) {
            count = per_bit;
            if (bit < 8) {
                data |= bench.txd << bit++;
            } else {
                if (!bench.txd) printf("[FRAMING]");
                putchar(data);
                bit = -1;
            }
        }
    }
    printf("halted %d, code %d, pins %08x\n", bench.halted, bench.halt_code, bench.pins);
}
