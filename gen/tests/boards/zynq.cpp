// Plays the ARM cores: loads a program through the host port, runs it twice and
// prints its output; types into it. Arguments: files of the code, the frame store, the heap.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "Vbench.h"
#include "host_port.h"

static Vbench bench;

static void tick() {
    bench.clock = 0;
    bench.eval();
    bench.clock = 1;
    bench.eval();
}

[[noreturn]] static void fail(const char *what, uint32_t value) {
    printf("[%s] %x\n", what, value);
    exit(1);
}

// One transfer; returns the response and leaves read data in `data`.
static int transfer(bool write, uint32_t address, uint32_t &data) {
    bool addressed = false, sent = !write;
    bench.address = 0x40000000 | address;
    bench.wdata = data;
    for (int cycle = 0; cycle < 1000; cycle++) {
        bench.awvalid = write && !addressed;
        bench.wvalid = !sent;
        bench.arvalid = !write && !addressed;
        bench.clock = 0;
        bench.eval();
        bool address_taken = write ? bench.awvalid && bench.awready : bench.arvalid && bench.arready;
        bool data_taken = bench.wvalid && bench.wready;
        bool answered = write ? bench.bvalid : bench.rvalid;
        int response = write ? bench.bresp : bench.rresp;
        uint32_t read = bench.rdata;
        tick();
        addressed |= address_taken;
        sent |= data_taken;
        if (answered) {
            if (!write) data = read;
            return response;
        }
    }
    fail("TIMEOUT", address);
}

static void put(uint32_t address, uint32_t data) {
    if (transfer(true, address, data)) fail("SLVERR", address);
}

static uint32_t get(uint32_t address) {
    uint32_t data = 0;
    if (transfer(false, address, data)) fail("SLVERR", address);
    return data;
}

static std::vector<uint64_t> words(const char *path) {
    std::ifstream file(path);
    std::vector<uint64_t> words;
    for (std::string line; std::getline(file, line);) words.push_back(std::stoull(line, nullptr, 16));
    while (!words.empty() && words.back() == 0) words.pop_back();
    return words;
}

static void load(uint32_t region, const std::vector<uint64_t> &words) {
    put(PYXL_ADDRESS, region);
    for (uint64_t word : words) {
        put(PYXL_DATA_TAG, word >> 32);
        put(PYXL_DATA_PAYLOAD, uint32_t(word));
    }
    put(PYXL_ADDRESS, region);
    for (uint64_t word : words) {
        uint32_t payload = get(PYXL_DATA_PAYLOAD), tag = get(PYXL_DATA_TAG);
        if ((uint64_t(tag) << 32 | payload) != word) fail("READBACK", payload);
    }
}

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    for (int i = 0; i < 300; i++) tick();
    if (get(PYXL_IDENTITY) != 0x5059584c) fail("IDENTITY", get(PYXL_IDENTITY));
    const uint32_t regions[] = {PYXL_ADDRESS_REGION_CODE, PYXL_ADDRESS_REGION_FRAME, PYXL_ADDRESS_REGION_HEAP};
    for (int run = 0; run < 2; run++) {
        for (int i = 0; i < 3; i++) load(regions[i], words(argv[1 + i]));
        put(PYXL_CONTROL, PYXL_CONTROL_COMMAND_RELOADED);
        put(PYXL_CONTROL, PYXL_CONTROL_COMMAND_RUN);
        uint32_t status = 0;
        const uint32_t typed[] = {'t', 'y', 'p', 'e', 'd', '\n', PYXL_CONSOLE_IN_END};
        size_t next = 0;
        for (int i = 0; i < 100000; i++) {
            status = get(PYXL_STATUS);
            if (status & PYXL_STATUS_OUTPUT) putchar(get(PYXL_CONSOLE_OUT) & PYXL_CONSOLE_OUT_BYTE);
            else if (status & PYXL_STATUS_HALTED) break;
            else if (status & PYXL_STATUS_INPUT_ROOM && next < 7) put(PYXL_CONSOLE_IN, typed[next++]);
        }
        printf("status %x, pins %08x\n", status, bench.pins);
        put(PYXL_CONTROL, PYXL_CONTROL_COMMAND_RESET);
    }
    uint32_t data = PYXL_CONTROL_COMMAND_RUN;
    printf("run without reload: response %d\n", transfer(true, PYXL_CONTROL, data));
}
