// Runs the simulated board: loads a program over the host bus, starts the core,
// reports every retired instruction and console byte, and reads the state at the end.
//
// Standard input: a `Job`, then its writes, events, wires and bytes of input. Standard output: `Record`s.
// Both are little-endian structures that `protocol.rs` describes again.

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <vector>

#include "Vsim.h"
#include "verilated.h"
#if VM_TRACE_VCD
#include "verilated_vcd_c.h"
#endif

namespace {

constexpr uint32_t kMagic = 0x4c585950;

struct Job {
    uint32_t magic;
    uint32_t writes;
    uint32_t events;
    uint32_t wires;
    uint64_t max_cycles;   // counted from the start of the core
    uint64_t timeout_ms;   // of real time
    uint64_t trace_from;   // first cycle in the waveform
    uint64_t retirements;  // report them
    uint64_t input;        // bytes
};

struct Write {
    uint32_t address;
    uint32_t payload;
    uint32_t tag;
};

struct Event {
    uint64_t cycle;
    uint32_t pin;
    uint32_t level;
};

struct Wire {
    uint32_t output;
    uint32_t input;
};

enum Kind : uint8_t { kRetired = 1, kOut, kErr, kStopped, kState };
enum Reason : uint8_t { kHalted, kMaxCycles, kTimeout };

struct Record {
    uint8_t kind;
    uint8_t flags;  // kRetired: 1 writes, 2 trapped; kStopped: Reason
    uint16_t pc;
    uint16_t destination;
    uint16_t tag;      // kStopped: code of the halt
    uint32_t payload;  // kStopped: lower half of the number of instructions
    uint32_t address;  // kState: of the host bus; kStopped: upper half
    uint64_t cycle;
};

static_assert(sizeof(Job) == 56 && sizeof(Record) == 24, "layout");

template <typename T>
std::vector<T> read(size_t count) {
    std::vector<T> items(count);
    if (count != 0 && fread(items.data(), sizeof(T), count, stdin) != count) {
        fprintf(stderr, "the job on standard input is incomplete\n");
        exit(2);
    }
    return items;
}

class Board {
  public:
    Board(const Job& job, std::vector<Event> events, std::vector<Wire> wires, std::vector<uint8_t> input)
        : job_(job), events_(std::move(events)), wires_(std::move(wires)), input_(std::move(input)) {}

    void open_trace(const char* path) {
#if VM_TRACE_VCD
        Verilated::traceEverOn(true);
        top_.trace(&trace_, 99);
        trace_.open(path);
        tracing_ = true;
#else
        fprintf(stderr, "built without traces: cannot write %s\n", path);
        exit(2);
#endif
    }

    void reset() {
        top_.reset = 1;
        top_.rxd = 1;
        for (int i = 0; i < 4; i++) tick();
        top_.reset = 0;
    }

    void write(const Write& write) {
        top_.host_addr = write.address;
        top_.host_wdata_payload = write.payload;
        top_.host_wdata_tag = write.tag;
        top_.host_write = 1;
        tick();
        top_.host_write = 0;
        wait_for_ack();
    }

    uint32_t read_word(uint32_t address) {
        top_.host_addr = address;
        top_.host_read = 1;
        tick();
        top_.host_read = 0;
        wait_for_ack();
        Record record{};
        record.kind = kState;
        record.address = address;
        record.tag = top_.host_rdata_tag;
        record.payload = top_.host_rdata_payload;
        emit(record);
        return record.payload;
    }

    void run() {
        auto start = std::chrono::steady_clock::now();
        top_.host_run = 1;
        tick();
        top_.host_run = 0;
        Record stopped{};
        stopped.kind = kStopped;
        cycle_ = 0;
        running_ = true;
        // The last instruction retires when the core has stopped already.
        int after = 0;
        while (after < 4) {
            if (top_.halted && cycle_ > 0) after++;
            if (!after && cycle_ >= job_.max_cycles) {
                stopped.flags = kMaxCycles;
                break;
            }
            if ((cycle_ & 0xfffff) == 0xfffff) {
                auto elapsed = std::chrono::steady_clock::now() - start;
                if (elapsed > std::chrono::milliseconds(job_.timeout_ms)) {
                    stopped.flags = kTimeout;
                    break;
                }
            }
            tick();
            cycle_++;
        }
        stopped.tag = top_.halt_code;
        stopped.payload = uint32_t(instructions_);
        stopped.address = uint32_t(instructions_ >> 32);
        stopped.cycle = cycle_;
        running_ = false;
        emit(stopped);
        // A core that still runs does not answer the host.
        if (stopped.flags == kHalted) {
            stack();
        } else {
            top_.host_halt = 1;
            for (int i = 0; i < 100 && !top_.halted; i++) tick();
            top_.host_halt = 0;
            if (top_.halted) stack();
        }
        top_.final();
#if VM_TRACE_VCD
        if (tracing_) trace_.close();
#endif
    }

  private:
    void tick() {
        inputs();
        top_.clock = 0;
        top_.eval();
        dump();
        outputs();
        top_.clock = 1;
        top_.eval();
        dump();
        time_++;
    }

    void dump() {
#if VM_TRACE_VCD
        if (tracing_ && running_ && cycle_ >= job_.trace_from) trace_.dump(time_ * 10 + (top_.clock ? 5 : 0));
#endif
    }

    // The board's wires, and levels from outside. Outputs of the machine's pins come
    // straight from registers: they are valid before this cycle's inputs are.
    void inputs() {
        while (running_ && next_event_ < events_.size() && events_[next_event_].cycle <= cycle_) {
            const Event& event = events_[next_event_++];
            external_ = (external_ & ~(1u << event.pin)) | event.level << event.pin;
        }
        uint32_t pads = (top_.pins_out & top_.pins_oe) | (external_ & ~top_.pins_oe);
        uint32_t levels = pads;
        for (const Wire& wire : wires_) {
            uint32_t bit = 1u << wire.input;
            if (top_.pins_oe & bit) continue;
            levels = (levels & ~bit) | (pads >> wire.output & 1) << wire.input;
        }
        top_.pins_in = levels;
        // All of the input is there from the start; its end stays.
        top_.input_valid = 1;
        top_.input_data = next_input_ < input_.size() ? input_[next_input_] : 0x100;
    }

    void outputs() {
        if (!running_) return;
        if (top_.input_pop && next_input_ < input_.size()) next_input_++;
        Record record{};
        record.cycle = cycle_;
        if (top_.console_valid) {
            record.kind = top_.console_channel ? kErr : kOut;
            record.payload = top_.console_data;
            emit(record);
        }
        if (top_.retire_valid) instructions_++;
        if (top_.retire_valid && job_.retirements) {
            record.kind = kRetired;
            record.flags = top_.retire_we | top_.retire_trap << 1;
            record.pc = top_.retire_pc;
            record.destination = top_.retire_dst;
            record.payload = top_.retire_payload;
            record.tag = top_.retire_tag;
            emit(record);
        }
    }

    void wait_for_ack() {
        for (int i = 0; i < 100; i++) {
            tick();
            if (!top_.host_ack) continue;
            if (!top_.host_refused) return;
            fprintf(stderr, "the host bus refuses address 0x%x\n", top_.host_addr);
            exit(2);
        }
        fprintf(stderr, "the host bus does not answer\n");
        exit(2);
    }

    // What the debug bus calls state, and the return links, two words each, which count from 1.
    // `protocol.rs` defines the addresses.
    void stack() {
        uint32_t depth = 0;
        for (uint32_t address = PYXL_FIRST_STATE; address <= PYXL_LAST_STATE; address++) {
            uint32_t payload = read_word(address);
            if (address == PYXL_DEPTH) depth = payload;
        }
        for (uint32_t i = 2; i < 2 * depth + 2; i++) read_word(PYXL_LINKS + i);
    }

    static void emit(const Record& record) { fwrite(&record, sizeof record, 1, stdout); }

    const Job& job_;
    std::vector<Event> events_;
    std::vector<Wire> wires_;
    std::vector<uint8_t> input_;
    Vsim top_;
#if VM_TRACE_VCD
    VerilatedVcdC trace_;
#endif
    bool tracing_ = false;
    bool running_ = false;
    uint64_t time_ = 0;
    uint64_t cycle_ = 0;
    uint64_t instructions_ = 0;
    size_t next_event_ = 0;
    size_t next_input_ = 0;
    uint32_t external_ = 0;
};

}  // namespace

int main(int argc, char** argv) {
    static char buffer[1 << 16];
    setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
    Job job = read<Job>(1)[0];
    if (job.magic != kMagic) {
        fprintf(stderr, "standard input holds no job\n");
        return 2;
    }
    auto writes = read<Write>(job.writes);
    auto events = read<Event>(job.events);
    auto wires = read<Wire>(job.wires);
    auto input = read<uint8_t>(job.input);
    Board board(job, events, wires, input);
    if (argc > 1) board.open_trace(argv[1]);
    board.reset();
    for (const Write& write : writes) board.write(write);
    board.run();
    return fflush(stdout) == 0 ? 0 : 2;
}
