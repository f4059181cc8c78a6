// Replays recorded vectors on all blocks of a suite and stops at the first difference.
#include "Vsuite.h"
#include "verilated.h"

#include <cstdint>
#include <cstdio>
#include <vector>

// One record: inputs, then outputs before and after the clock edge, then the bits to compare.
int main(int argc, char** argv) {
    Verilated::commandArgs(argc, argv);
    Vsuite top;
    const size_t in_words = sizeof(top.in_bits) / 4;
    const size_t out_words = sizeof(top.out_bits) / 4;
    std::vector<uint32_t> record(in_words + 3 * out_words);

    FILE* vectors = argc > 1 ? std::fopen(argv[1], "rb") : nullptr;
    if (!vectors) return 2;
    top.clock = 0;
    for (unsigned cycle = 0; std::fread(record.data(), 4, record.size(), vectors) == record.size(); ++cycle) {
        for (size_t i = 0; i < in_words; ++i) top.in_bits[i] = record[i];
        const uint32_t* const mask = &record[in_words + 2 * out_words];
        for (int edge = 0; edge < 2; ++edge) {
            top.clock = edge;
            top.eval();
            const uint32_t* const expected = &record[in_words + edge * out_words];
            uint32_t difference = 0;
            for (size_t i = 0; i < out_words; ++i) difference |= (top.out_bits[i] ^ expected[i]) & mask[i];
            if (difference) {
                std::printf("%u %d", cycle, edge);
                for (size_t i = 0; i < out_words; ++i) std::printf(" %x", unsigned(top.out_bits[i]));
                std::printf("\n");
                return 1;
            }
        }
        top.clock = 0;
        top.eval();
    }
    std::fclose(vectors);
    return 0;
}
