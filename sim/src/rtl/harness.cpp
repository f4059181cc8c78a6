// Runs the simulated board: loads a program over the host bus, starts the core,
// reports every retired instruction and console byte, and reads the state at the end.
//
// Standard input: a `Job`, then its writes, events and wires. Standard output: `Record`s.
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
    uint32_t retirements;  // report them
    uint32_t uart_fifo;
    uint32_t byte_cycles;
    uint32_t padding;
    uint64_t trace_from;  // first cycle in the waveform
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
    uint16_t tag;
    uint32_t payload;
    uint32_t address;  // kState: of the host bus
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
    Board(const Job& job, std::vector<Event> events, std::vector<Wire> wires)
        : job_(job), events_(std::move(events)), wires_(std::move(wires)) {}

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
        for (int i = 0; i < 4; i++) tick();
        top_.reset = 0;
    }

    void write(const Write& write) {
        top_.host_address = write.address;
        top_.host_wdata = uint64_t{write.tag} << 32 | write.payload;
        top_.host_write = 1;
        tick();
        top_.host_write = 0;
        wait_for_ack();
    }

    uint64_t read_word(uint32_t address) {
        top_.host_address = address;
        top_.host_read = 1;
        tick();
        top_.host_read = 0;
        wait_for_ack();
        uint64_t word = top_.host_rdata;
        Record record{};
        record.kind = kState;
        record.address = address;
        record.tag = word >> 32;
        record.payload = uint32_t(word);
        emit(record);
        return word;
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
        stopped.payload = top_.halt_code;
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

    // Levels at the pads, two flip-flops, and the queue of the console.
    void inputs() {
        while (running_ && next_event_ < events_.size() && events_[next_event_].cycle <= cycle_) {
            const Event& event = events_[next_event_++];
            external_ = (external_ & ~(1u << event.pin)) | event.level << event.pin;
        }
        top_.gpio_levels = second_;
        top_.console_ready = queue_ < job_.uart_fifo;
    }

    void outputs() {
        uint32_t pads = (out_ & enable_) | (external_ & ~enable_);
        uint32_t levels = pads;
        for (const Wire& wire : wires_) {
            uint32_t bit = 1u << wire.input;
            if (!(enable_ & bit)) levels = (levels & ~bit) | (pads >> wire.output & 1) << wire.input;
        }
        second_ = first_;
        first_ = levels;
        bool leaves = queue_ > 0 && sent_++ >= next_leave_;
        if (queue_ == 0) sent_++;
        if (leaves) {
            queue_--;
            next_leave_ = sent_ - 1 + job_.byte_cycles;
        }
        if (top_.gpio_write) {
            uint32_t bit = 1u << top_.gpio_pin;
            uint32_t value = top_.gpio_value ? bit : 0;
            if (top_.gpio_direction) {
                enable_ = (enable_ & ~bit) | value;
            } else {
                out_ = (out_ & ~bit) | value;
                enable_ |= bit;
            }
        }
        if (top_.console_valid) {
            queue_++;
            Record record{};
            record.kind = top_.console_channel ? kErr : kOut;
            record.payload = top_.console_data;
            record.cycle = cycle_;
            emit(record);
        }
        if (running_ && job_.retirements) retirement();
    }

    void retirement() {
        const auto& r = top_.retired;
        if (!(r[0] & 1)) return;
        Record record{};
        record.kind = kRetired;
        record.pc = r[0] >> 1;
        record.flags = (r[0] >> 17 & 1) | (r[2] >> 2 & 1) << 1;
        record.destination = r[0] >> 18 & 0xfff;
        record.payload = r[0] >> 30 | r[1] << 2;
        record.tag = (r[1] >> 30 | r[2] << 2) & 15;
        record.cycle = cycle_;
        emit(record);
    }

    void wait_for_ack() {
        for (int i = 0; i < 100; i++) {
            tick();
            if (top_.host_ack) return;
        }
        fprintf(stderr, "the host bus does not answer\n");
        exit(2);
    }

    // What the debug bus calls state, and the return links.
    void stack() {
        uint64_t depth = 0;
        for (uint32_t i = 0; i < 5; i++) {
            uint64_t word = read_word(i);
            if (i == 3) depth = word;
        }
        for (uint32_t i = 0; i < 2 * depth; i++) read_word(3u << 16 | i);
    }

    static void emit(const Record& record) { fwrite(&record, sizeof record, 1, stdout); }

    const Job& job_;
    std::vector<Event> events_;
    std::vector<Wire> wires_;
    Vsim top_;
#if VM_TRACE_VCD
    VerilatedVcdC trace_;
#endif
    bool tracing_ = false;
    bool running_ = false;
    uint64_t time_ = 0;
    uint64_t cycle_ = 0;
    size_t next_event_ = 0;
    uint32_t external_ = 0, first_ = 0, second_ = 0, out_ = 0, enable_ = 0;
    uint32_t queue_ = 0;
    uint64_t sent_ = 0, next_leave_ = 0;
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
    Board board(job, events, wires);
    if (argc > 1) board.open_trace(argv[1]);
    board.reset();
    for (const Write& write : writes) board.write(write);
    board.run();
    return fflush(stdout) == 0 ? 0 : 2;
}
