//! What block authors use: registers, loops, arrays, interfaces, hand-written Verilog, and the
//! order of statements, each compared with Verilator.

use pyxl_hdl::cosim::{check_clocked, CosimError, Suite};
use pyxl_hdl_macros::{bus, hdl, Block};
use rust_hdl::prelude::*;

const CYCLES: usize = 2000;

#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
enum Mode {
    Off,
    Slow,
    Fast,
}

/// Registers of every type, a run-time constant, and a synchronous reset.
#[derive(Block, Default)]
struct Registers {
    pub clock: Signal<In, Clock>,
    pub reset: Signal<In, Bit>,
    pub step: Signal<In, Bits<12>>,
    pub total: Signal<Out, Bits<12>>,
    pub mode_out: Signal<Out, Mode>,
    pub wide_out: Signal<Out, Bits<100>>,
    pub last: Signal<Out, Bits<12>>,
    _limit: u64,
    sum: DFF<Bits<12>>,
    mode: DFF<Mode>,
    wide: DFF<Bits<100>>,
    delayed: DFF<Bits<12>>,
}

impl Registers {
    fn new(limit: u64) -> Self {
        Self {
            _limit: limit,
            ..Default::default()
        }
    }
}

impl Logic for Registers {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, sum, mode, wide);
        self.delayed.clock.next = self.clock.val();
        self.delayed.d.next = self.step.val();
        // Stay below the limit
        if self.sum.q.val() + self.step.val() < self._limit {
            self.sum.d.next = self.sum.q.val() + self.step.val();
        }
        match self.mode.q.val() {
            Mode::Off => self.mode.d.next = Mode::Slow,
            Mode::Slow => {
                if self.step.val().get_bit(0) {
                    self.mode.d.next = Mode::Fast;
                }
            }
            Mode::Fast => self.mode.d.next = Mode::Off,
        }
        self.wide.d.next = (self.wide.q.val() << 7) ^ bit_cast::<100, 12>(self.step.val());
        if self.reset.val() {
            self.sum.d.next = 0.into();
            self.mode.d.next = Mode::Off;
        }
        self.total.next = self.sum.q.val();
        self.mode_out.next = self.mode.q.val();
        self.wide_out.next = self.wide.q.val();
        self.last.next = self.delayed.q.val();
    }
}

/// One lane of [`Lanes`].
#[derive(Block, Default)]
struct Lane {
    pub clock: Signal<In, Clock>,
    pub value: Signal<In, Bits<8>>,
    pub held: Signal<Out, Bits<8>>,
    store: DFF<Bits<8>>,
}

impl Logic for Lane {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, store);
        self.store.d.next = self.value.val() + 1;
        self.held.next = self.store.q.val();
    }
}

/// Loops, arrays and vectors of blocks, registers and signals.
#[derive(Block, Default)]
struct Lanes {
    pub clock: Signal<In, Clock>,
    pub data: Signal<In, Bits<32>>,
    pub parity: Signal<Out, Bit>,
    pub reversed: Signal<Out, Bits<32>>,
    pub held: Signal<Out, Bits<32>>,
    pub ring_out: Signal<Out, Bits<3>>,
    lanes: [Lane; 4],
    ring: Vec<DFF<Bits<3>>>,
    taps: [Signal<Local, Bit>; 5],
}

impl Lanes {
    fn new() -> Self {
        Self {
            ring: (0..3).map(|_| DFF::default()).collect(),
            ..Default::default()
        }
    }
}

impl Logic for Lanes {
    #[hdl]
    fn update(&mut self) {
        self.reversed.next = 0.into();
        for i in 0..32 {
            if self.data.val().get_bit(i) {
                self.reversed.next = self.reversed.val().replace_bit(31 - i, true);
            }
        }
        self.taps[0].next = false;
        for i in 0..4 {
            self.lanes[i].clock.next = self.clock.val();
            self.lanes[i].value.next = self.data.val().get_bits::<8>(8 * i);
            self.taps[i + 1].next = self.taps[i].val() ^ self.data.val().get_bits::<8>(8 * i).xor();
        }
        self.parity.next = self.taps[4].val();
        self.held.next = bit_cast::<32, 8>(self.lanes[0].held.val())
            | (bit_cast::<32, 8>(self.lanes[1].held.val()) << 8)
            | (bit_cast::<32, 8>(self.lanes[2].held.val()) << 16)
            | (bit_cast::<32, 8>(self.lanes[3].held.val()) << 24);
        for i in 0..3 {
            self.ring[i].clock.next = self.clock.val();
            if i == 0 {
                self.ring[i].d.next = self.data.val().get_bits::<3>(29);
            } else {
                self.ring[i].d.next = self.ring[i - 1].q.val();
            }
        }
        self.ring_out.next = self.ring[2].q.val();
    }
}

const LIMIT: u64 = 0xa5;
const CHOICE: usize = 2;
const SHIFT: u64 = 3;

mod tag {
    pub const INT: u64 = 3;
    pub const WORD: u64 = 7;
    pub const LAST: usize = 15;
}

/// Constants of every kind and in every place.
#[derive(Block, Default)]
struct Constants<const N: usize> {
    pub a: Signal<In, Bits<8>>,
    pub b: Signal<In, Bits<16>>,
    pub sum: Signal<Out, Bits<8>>,
    pub wide: Signal<Out, Bits<16>>,
    pub places: Signal<Out, Bits<8>>,
    pub kind: Signal<Out, Bits<4>>,
    lanes: [Signal<Local, Bits<8>>; 4],
    _scale: u64,
}

impl<const N: usize> Constants<N> {
    const OWN: u64 = 12;
}

impl<const N: usize> Logic for Constants<N> {
    #[hdl]
    fn update(&mut self) {
        for i in 0..4 {
            self.lanes[i].next = self.a.val().replace_bit(i, true);
        }
        self.sum.next = (self.lanes[CHOICE].val() ^ LIMIT) - (self._scale + 1);
        self.wide.next =
            bits::<16>(LIMIT) + (bits::<16>(Self::OWN) << SHIFT) + bits::<16>(self._scale);
        if self.b.val() > LIMIT {
            self.wide.next = (LIMIT & self.b.val()) | 0x8000;
        }
        self.places.next = self.a.val() >> SHIFT;
        if self.a.val().get_bit(N) & (self.a.val().get_bits::<4>(CHOICE) != tag::INT) {
            self.places.next = tag::WORD.into();
        }
        self.kind.next = 0.into();
        match self.a.val().get_bits::<4>(0).index() {
            CHOICE => self.kind.next = 9.into(),
            tag::LAST => self.kind.next = Self::OWN.into(),
            _ => self.kind.next = tag::INT.into(),
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, LogicStruct)]
struct Inner {
    low: Bits<4>,
    high: Bits<4>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, LogicStruct)]
struct Outer {
    flag: Bit,
    inner: Inner,
    count: Bits<8>,
}

/// Fields of structs: whole, in part, nested, read where they are assigned, and beside a signal
/// that has the name of a field.
#[derive(Block, Default)]
struct Fields {
    pub a: Signal<In, Outer>,
    pub b: Signal<In, Bits<8>>,
    pub sum: Signal<Out, Bits<8>>,
    pub inner: Signal<Out, Inner>,
    pub high: Signal<Out, Bits<4>>,
    pub bits: Signal<Out, Bits<3>>,
    pub changed: Signal<Out, Outer>,
    a_count: Signal<Local, Bits<8>>,
    between: Signal<Local, Outer>,
}

impl Logic for Fields {
    #[hdl]
    fn update(&mut self) {
        self.a_count.next = self.b.val() + 1;
        self.sum.next = self.a.val().count + self.a_count.val();
        self.inner.next = self.a.val().inner;
        self.high.next = self.a.val().inner.high;
        self.bits.next = self.a.val().count.get_bits::<3>(4);
        self.between.next = self.a.val();
        self.between.next.count = self.b.val();
        if self.between.val().flag {
            // Two readings of one field, with an assignment between.
            self.between.next.count = self.between.val().count + 3;
            self.between.next.inner = self.between.val().inner;
        }
        self.between.next.flag = self.between.val().count.get_bit(2);
        self.changed.next = self.between.val();
        if self.between.val().flag {
            self.changed.next.count = self.between.val().count ^ 0x5a;
        }
    }
}

#[bus(Device)]
struct Bus {
    pub address: Signal<Out, Bits<8>>,
    pub write: Signal<Out, Bit>,
    pub reply: Signal<In, Bits<8>>,
}

#[derive(Block, Default)]
struct Requester {
    pub clock: Signal<In, Clock>,
    pub bus: Bus,
    pub heard: Signal<Out, Bits<8>>,
    counter: DFF<Bits<8>>,
}

impl Logic for Requester {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, counter);
        self.counter.d.next = self.counter.q.val() + 3;
        self.bus.address.next = self.counter.q.val();
        self.bus.write.next = self.counter.q.val().get_bit(1);
        self.heard.next = self.bus.reply.val();
    }
}

#[derive(Block, Default)]
struct Responder {
    pub bus: Device,
    pub key: Signal<In, Bits<8>>,
}

impl Logic for Responder {
    #[hdl]
    fn update(&mut self) {
        self.bus.reply.next = self.bus.address.val() ^ self.key.val();
        if self.bus.write.val() {
            self.bus.reply.next = self.key.val();
        }
    }
}

/// A join inside, a link to the outside.
#[derive(Block, Default)]
struct Joined {
    pub clock: Signal<In, Clock>,
    pub outside: Device,
    pub key: Signal<In, Bits<8>>,
    pub heard: Signal<Out, Bits<8>>,
    requester: Requester,
    inner: Responder,
    outer: Responder,
}

impl Logic for Joined {
    #[hdl]
    fn update(&mut self) {
        clock!(self, clock, requester);
        self.inner.key.next = self.key.val();
        self.outer.key.next = !self.key.val();
        Bus::join(&mut self.requester.bus, &mut self.inner.bus);
        Device::link(&mut self.outside, &mut self.outer.bus);
        self.heard.next = self.requester.heard.val();
    }
}

/// A memory with its own Verilog: one output from a clocked block, one from `assign`.
#[derive(Block, Default)]
struct Memory {
    pub clock: Signal<In, Clock>,
    pub write: Signal<In, Bit>,
    pub address: Signal<In, Bits<6>>,
    pub data: Signal<In, Bits<8>>,
    pub now: Signal<Out, Bits<8>>,
    pub later: Signal<Out, Bits<8>>,
    _words: Vec<Bits<8>>,
}

impl Logic for Memory {
    fn update(&mut self) {
        if self._words.is_empty() {
            self._words = (0..16).map(|n| (n * 7).into()).collect();
        }
        let at = self.address.val().index() % 16;
        if self.clock.pos_edge() {
            self.later.next = self._words[at];
            if self.write.val() {
                self._words[at] = self.data.val();
            }
        }
        self.now.next = self._words[at];
    }
    fn connect(&mut self) {
        self.now.connect();
        self.later.connect();
    }
    fn hdl(&self) -> Verilog {
        Verilog::Custom(
            "reg [7:0] words [0:15];\n\
             initial $readmemh(\"words.hex\", words);\n\
             always @(posedge clock) begin\n    \
                 if (write) words[address[3:0]] <= data;\n    \
                 later <= words[address[3:0]];\n\
             end\n\
             assign now = words[address[3:0]];"
                .into(),
        )
    }
}

/// The order of assignments: defaults, last one wins, values between two assignments, settled
/// values before, and no loop where signals only share statements.
#[derive(Block, Default)]
struct Ordering {
    pub a: Signal<In, Bits<8>>,
    pub b: Signal<In, Bits<8>>,
    pub f: Signal<In, Bit>,
    pub g: Signal<In, Bit>,
    pub early: Signal<Out, Bits<8>>,
    pub between: Signal<Out, Bits<8>>,
    pub last: Signal<Out, Bits<8>>,
    pub crossed: Signal<Out, Bits<8>>,
    pub through: Signal<Out, Bits<8>>,
    value: Signal<Local, Bits<8>>,
    first: Signal<Local, Bits<8>>,
    second: Signal<Local, Bits<8>>,
    third: Signal<Local, Bits<8>>,
    responder: Responder,
}

impl Logic for Ordering {
    #[hdl]
    fn update(&mut self) {
        self.early.next = self.value.val() + 1;
        self.value.next = self.a.val();
        self.between.next = self.value.val();
        if self.f.val() {
            self.value.next = self.value.val() + self.b.val();
            self.between.next = self.between.val() ^ self.value.val();
        }
        self.value.next = self.value.val() << 1;
        self.last.next = self.value.val();
        // `first` and `third` share a statement, `second` lies between them.
        self.first.next = 1.into();
        self.third.next = 2.into();
        if self.g.val() {
            self.first.next = self.a.val();
            self.third.next = self.second.val() + 1;
        }
        self.second.next = self.first.val() ^ self.b.val();
        self.crossed.next = self.third.val();
        // A child's input reads as its settled value, also between two assignments.
        self.responder.bus.address.next = self.a.val();
        self.responder.bus.write.next = false;
        self.responder.key.next = self.b.val();
        self.through.next = self.responder.bus.reply.val();
        if self.f.val() {
            self.through.next = self.responder.bus.address.val() + 7;
            self.responder.bus.address.next = self.b.val();
        }
    }
}

#[test]
fn every_construct_agrees() {
    Suite::new()
        .clocked(
            Registers::new(3000),
            "registers",
            |b| &mut b.clock,
            11,
            CYCLES,
            |b, rng, _| {
                b.reset.next = rng.one_in(16);
                b.step.next = rng.bits(12).into();
            },
        )
        .clocked(
            Lanes::new(),
            "lanes",
            |b| &mut b.clock,
            12,
            CYCLES,
            |b, rng, _| {
                b.data.next = rng.bits(32).into();
            },
        )
        .combinational(
            Constants::<5> {
                _scale: 200,
                ..Default::default()
            },
            "constants",
            17,
            CYCLES,
            |b, rng, _| {
                b.a.next = rng.bits(8).into();
                b.b.next = rng.bits(16).into();
            },
        )
        .combinational(Fields::default(), "fields", 18, CYCLES, |b, rng, _| {
            b.a.next = Outer {
                flag: rng.flag(),
                inner: Inner {
                    low: rng.bits(4).into(),
                    high: rng.bits(4).into(),
                },
                count: rng.bits(8).into(),
            };
            b.b.next = rng.bits(8).into();
        })
        .clocked(
            Joined::default(),
            "joined",
            |b| &mut b.clock,
            13,
            CYCLES,
            |b, rng, _| {
                b.key.next = rng.bits(8).into();
                b.outside.address.next = rng.bits(8).into();
                b.outside.write.next = rng.flag();
            },
        )
        .clocked(
            Memory::default(),
            "memory",
            |b| &mut b.clock,
            14,
            CYCLES,
            |b, rng, _| {
                b.write.next = rng.flag();
                b.address.next = rng.bits(6).into();
                b.data.next = rng.bits(8).into();
            },
        )
        .combinational(Ordering::default(), "ordering", 15, CYCLES, |b, rng, _| {
            b.a.next = rng.bits(8).into();
            b.b.next = rng.bits(8).into();
            b.f.next = rng.flag();
            b.g.next = rng.flag();
        })
        .file(
            "words.hex",
            (0..16)
                .map(|n| format!("{:x}\n", n * 7))
                .collect::<String>(),
        )
        .run()
        .unwrap_or_else(|error| panic!("{error}"));
}

/// Its Verilog is wrong once in 256 times.
#[derive(Block, Default)]
struct Wrong {
    pub clock: Signal<In, Clock>,
    pub a: Signal<In, Bits<8>>,
    pub same: Signal<Out, Bits<8>>,
    pub echo: Signal<Out, Bits<8>>,
}

impl Logic for Wrong {
    fn update(&mut self) {
        self.same.next = self.a.val();
        if self.clock.pos_edge() {
            self.echo.next = self.a.val();
        }
    }
    fn hdl(&self) -> Verilog {
        Verilog::Custom(
            "assign same = a;\ninitial echo = 0;\nalways @(posedge clock) echo <= a == 8'h5a ? 8'd0 : a;".into(),
        )
    }
}

#[test]
fn a_difference_is_reported_with_its_cycle_and_inputs() {
    let drive = |b: &mut Wrong, _: &mut _, cycle: usize| b.a.next = (cycle as u64 % 256).into();
    let error =
        check_clocked(Wrong::default(), "wrong", |b| &mut b.clock, 1, 300, drive).unwrap_err();
    let CosimError::Mismatch(found) = &error else {
        panic!("{error}")
    };
    assert_eq!(
        (found.block.as_str(), found.port.as_str()),
        ("wrong", "echo")
    );
    assert_eq!((found.cycle, found.after_edge), (0x5a, true));
    assert_eq!(
        (found.rust.as_str(), found.verilog.as_str()),
        ("8'h5a", "8'h00")
    );
    assert_eq!(found.inputs, "a = 8'h5a");
    std::fs::remove_dir_all(&found.dir).unwrap();
}
