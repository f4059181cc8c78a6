//! The text of a small design, to see what a change of the printer changes.

use pyxl_hdl::emit;
use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
enum State {
    Idle,
    Start,
    Data,
    Stop,
}

#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
struct Request {
    byte: Bits<8>,
    valid: Bit,
}

/// Counts down from a limit.
#[derive(Block, Default)]
struct Divider {
    pub clock: Signal<In, Clock>,
    pub restart: Signal<In, Bit>,
    pub tick: Signal<Out, Bit>,
    _limit: u64,
    count: DFF<Bits<12>>,
}

impl Divider {
    fn new(limit: u64) -> Self {
        Self {
            _limit: limit,
            ..Default::default()
        }
    }
}

impl Logic for Divider {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, count);
        self.tick.next = self.count.q.val() == 0;
        self.count.d.next = self.count.q.val() - 1;
        if self.tick.val() | self.restart.val() {
            self.count.d.next = self._limit.into();
        }
    }
}

/// A byte to a serial line; two dividers of one type, one of another.
#[derive(Block, Default)]
struct Sender {
    pub clock: Signal<In, Clock>,
    pub request: Signal<In, Request>,
    pub line: Signal<Out, Bit>,
    pub busy: Signal<Out, Bit>,
    pub blink: Signal<Out, Bit>,
    state: DFF<State>,
    shift: DFF<Bits<8>>,
    left: DFF<Bits<3>>,
    last: DFF<Bits<8>>,
    bits: Divider,
    seconds: Divider,
    spare: Divider,
}

impl Sender {
    fn new() -> Self {
        Self {
            bits: Divider::new(433),
            seconds: Divider::new(4000),
            spare: Divider::new(433),
            ..Default::default()
        }
    }
}

impl Logic for Sender {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, state, shift, left, last);
        clock!(self, clock, bits, seconds, spare);
        // The line, idle high
        self.line.next = true;
        self.busy.next = true;
        match self.state.q.val() {
            State::Idle => {
                self.busy.next = false;
                if self.request.val().valid {
                    // The start bit, "low".
                    self.state.d.next = State::Start;
                    self.shift.d.next = self.request.val().byte;
                    self.left.d.next = 7.into();
                }
            }
            State::Start => {
                self.line.next = false; // Low for one bit.
                if self.bits.tick.val() {
                    self.state.d.next = State::Data;
                }
            }
            State::Data => {
                self.line.next = self.shift.q.val().get_bit(0);
                if self.bits.tick.val() {
                    self.shift.d.next = self.shift.q.val() >> 1;
                    self.left.d.next = self.left.q.val() - 1;
                    if !self.left.q.val().any() {
                        self.state.d.next = State::Stop;
                    }
                }
            }
            State::Stop => {
                if self.bits.tick.val() {
                    self.state.d.next = State::Idle;
                }
            }
        }
        // Time
        self.bits.restart.next = self.state.q.val() == State::Idle;
        self.seconds.restart.next = false;
        self.spare.restart.next = self.busy.val();
        self.last.d.next = self.request.val().byte;
        self.blink.next = (self.last.q.val() + 3).get_bit(7) ^ self.seconds.tick.val();
    }
}

#[test]
fn text_of_a_small_design() {
    let files = emit(&Sender::new(), "sender").unwrap_or_else(|error| panic!("{error}"));
    let text: Vec<_> = files
        .iter()
        .map(|file| format!("==> {} <==\n{}", file.name, file.text))
        .collect();
    insta::assert_snapshot!(text.join("\n"));
}

/// A vendor's clock generator.
#[derive(Block, Default)]
struct ClockGenerator {
    pub clock_in: Signal<In, Clock>,
    pub clock_out: Signal<Out, Clock>,
    pub locked: Signal<Out, Bit>,
}

impl Logic for ClockGenerator {
    fn update(&mut self) {}
    fn connect(&mut self) {
        self.clock_out.connect();
        self.locked.connect();
    }
    fn hdl(&self) -> Verilog {
        Verilog::Wrapper(Wrapper {
            code:
                "EHXPLLL #(.CLKI_DIV(1)) pll (.CLKI(clock_in), .CLKOP(clock_out), .LOCK(locked));"
                    .into(),
            cores: "(* blackbox *)\nmodule EHXPLLL (input CLKI, output CLKOP, output LOCK);\n    \
                    parameter CLKI_DIV = 1;\nendmodule"
                .into(),
        })
    }
}

/// Bidirectional pins behind a vendor's buffers.
#[derive(Block, Default)]
struct Pads {
    pub pins: Signal<InOut, Bits<4>>,
    pub levels: Signal<Out, Bits<4>>,
}

impl Logic for Pads {
    fn update(&mut self) {}
    fn hdl(&self) -> Verilog {
        Verilog::Wrapper(Wrapper {
            code: "assign levels = pins;".into(),
            cores: String::new(),
        })
    }
}

/// A board: black boxes, a generated clock, bidirectional pins.
#[derive(Block, Default)]
struct Board {
    pub crystal: Signal<In, Clock>,
    pub pins: Signal<InOut, Bits<4>>,
    pub leds: Signal<Out, Bits<4>>,
    pll: ClockGenerator,
    pads: Pads,
    sample: DFF<Bits<4>>,
}

impl Logic for Board {
    #[hdl]
    fn update(&mut self) {
        self.pll.clock_in.next = self.crystal.val();
        self.sample.clock.next = self.pll.clock_out.val();
        Signal::<InOut, Bits<4>>::link(&mut self.pins, &mut self.pads.pins);
        self.sample.d.next = self.pads.levels.val();
        self.leds.next = self.sample.q.val();
        if !self.pll.locked.val() {
            self.leds.next = 0.into();
        }
    }
}

#[test]
fn text_of_a_board() {
    let files = emit(&Board::default(), "board").unwrap_or_else(|error| panic!("{error}"));
    let text: Vec<_> = files
        .iter()
        .map(|file| format!("==> {} <==\n{}", file.name, file.text))
        .collect();
    insta::assert_snapshot!(text.join("\n"));
}
