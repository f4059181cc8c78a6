//! First-in, first-out queue of bytes, or of words of another width.

use pyxl_hdl_macros::{hdl, Block};
use rust_hdl::prelude::*;

/// Storage of a [`Fifo`]: LUT-RAM with an asynchronous read port.
#[derive(Block, Default)]
pub struct FifoRam<const W: usize> {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Write strobe.
    pub write: Signal<In, Bit>,
    /// Word to write.
    pub write_address: Signal<In, Bits<8>>,
    /// Data to write.
    pub write_data: Signal<In, Bits<W>>,
    /// Word to read.
    pub read_address: Signal<In, Bits<8>>,
    /// Its data, in the same cycle.
    pub read_data: Signal<Out, Bits<W>>,
    _memory: Vec<Bits<W>>,
}

impl<const W: usize> FifoRam<W> {
    fn new(depth: usize) -> Self {
        Self {
            _memory: vec![0.into(); depth],
            ..Default::default()
        }
    }
}

impl<const W: usize> Logic for FifoRam<W> {
    fn update(&mut self) {
        let mask = self._memory.len() - 1;
        if self.clock.pos_edge() && self.write.val() {
            self._memory[self.write_address.val().index() & mask] = self.write_data.val();
        }
        self.read_data.next = self._memory[self.read_address.val().index() & mask];
    }
    fn connect(&mut self) {
        self.read_data.connect();
    }
    fn hdl(&self) -> Verilog {
        let depth = self._memory.len();
        Verilog::Custom(format!(
            "\
(* ram_style = \"distributed\" *)
reg [{high}:0] memory [0:{last}];
integer i;
initial for (i = 0; i < {depth}; i = i + 1) memory[i] = 0;
always @(posedge clock) if (write) memory[write_address[{top}:0]] <= write_data;
always @(*) read_data = memory[read_address[{top}:0]];",
            high = W - 1,
            last = depth - 1,
            top = depth.trailing_zeros() - 1,
        ))
    }
}

/// Queue of `W`-bit words, first word fall-through: while `valid`, `head` is
/// the oldest word, and `pop` removes it.
///
/// With `count` words held in cycle t: `valid` = count > 0, `ready` = count <
/// depth, both of them registers. A word is taken in when `push` and `ready`,
/// given out when `pop` and `valid`; both at once is allowed. A word pushed in
/// cycle t can be popped in cycle t + 1.
#[derive(Block, Default)]
pub struct Fifo<const W: usize> {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Empties the queue.
    pub reset: Signal<In, Bit>,
    /// Takes `data` in, if `ready`.
    pub push: Signal<In, Bit>,
    /// Word to take in.
    pub data: Signal<In, Bits<W>>,
    /// There is room.
    pub ready: Signal<Out, Bit>,
    /// Removes `head`, if `valid`.
    pub pop: Signal<In, Bit>,
    /// Oldest word.
    pub head: Signal<Out, Bits<W>>,
    /// There is a word.
    pub valid: Signal<Out, Bit>,
    _depth: u64,
    _mask: u64,
    ram: FifoRam<W>,
    write_pointer: DFF<Bits<8>>,
    read_pointer: DFF<Bits<8>>,
    count: DFF<Bits<9>>,
    full: DFF<Bit>,
    some: DFF<Bit>,
    next_count: Signal<Local, Bits<9>>,
    take: Signal<Local, Bit>,
    give: Signal<Local, Bit>,
}

impl<const W: usize> Fifo<W> {
    /// A queue of `depth` words.
    ///
    /// # Panics
    /// If `depth` is not a power of two from 2 to 256.
    pub fn new(depth: u32) -> Self {
        assert!(
            depth.is_power_of_two() && (2..=256).contains(&depth),
            "FIFO depth {depth}"
        );
        Self {
            _depth: u64::from(depth),
            _mask: u64::from(depth - 1),
            ram: FifoRam::new(depth as usize),
            ..Default::default()
        }
    }
}

impl<const W: usize> Logic for Fifo<W> {
    #[hdl]
    fn update(&mut self) {
        dff_setup!(self, clock, write_pointer, read_pointer, count, full, some);
        clock!(self, clock, ram);
        self.take.next = self.push.val() & !self.full.q.val();
        self.give.next = self.pop.val() & self.some.q.val();

        self.ram.write.next = self.take.val();
        self.ram.write_address.next = self.write_pointer.q.val();
        self.ram.write_data.next = self.data.val();
        self.ram.read_address.next = self.read_pointer.q.val();

        self.next_count.next = self.count.q.val();
        if self.take.val() {
            self.write_pointer.d.next = (self.write_pointer.q.val() + 1) & self._mask;
            if !self.give.val() {
                self.next_count.next = self.count.q.val() + 1;
            }
        }
        if self.give.val() {
            self.read_pointer.d.next = (self.read_pointer.q.val() + 1) & self._mask;
            if !self.take.val() {
                self.next_count.next = self.count.q.val() - 1;
            }
        }
        if self.reset.val() {
            self.next_count.next = 0.into();
            self.write_pointer.d.next = 0.into();
            self.read_pointer.d.next = 0.into();
        }
        self.count.d.next = self.next_count.val();
        self.full.d.next = self.next_count.val() == self._depth;
        self.some.d.next = self.next_count.val().any();

        self.ready.next = !self.full.q.val();
        self.valid.next = self.some.q.val();
        self.head.next = self.ram.read_data.val();
    }
}

#[cfg(test)]
mod tests;
