//! One block for each construct that rust-hdl's own printer translates wrongly, compared with
//! Verilator on random vectors.

use pyxl_hdl::cosim::{Rng, Suite};
use rust_hdl::prelude::*;

const VECTORS: usize = 3000;

/// `a & b == c`: precedence.
#[derive(LogicBlock, Default)]
struct Precedence {
    pub a: Signal<In, Bits<4>>,
    pub b: Signal<In, Bits<4>>,
    pub c: Signal<In, Bits<4>>,
    pub f: Signal<In, Bit>,
    pub masked: Signal<Out, Bit>,
    pub mixed: Signal<Out, Bits<4>>,
    pub flags: Signal<Out, Bit>,
}

impl Logic for Precedence {
    #[hdl_gen]
    fn update(&mut self) {
        self.masked.next = (self.a.val() & self.b.val()) == self.c.val();
        self.mixed.next =
            self.a.val() & self.b.val() ^ self.c.val() | (self.a.val() + self.b.val());
        self.flags.next = self.f.val() & (self.a.val() == self.b.val())
            | !self.f.val() & (self.b.val() < self.c.val());
    }
}

/// `bit_cast::<32, 1>((!f).into())`: an inverted bit that is widened.
#[derive(LogicBlock, Default)]
struct InvertedBit {
    pub f: Signal<In, Bit>,
    pub a: Signal<In, Bits<5>>,
    pub wide: Signal<Out, Bits<32>>,
    pub inverted: Signal<Out, Bits<8>>,
}

impl Logic for InvertedBit {
    #[hdl_gen]
    fn update(&mut self) {
        self.wide.next = bit_cast::<32, 1>((!self.f.val()).into());
        self.inverted.next = bit_cast::<8, 5>(!self.a.val());
    }
}

/// `bit_cast::<9, 8>(a + b)`: the carry that Rust drops.
#[derive(LogicBlock, Default)]
struct DroppedCarry {
    pub a: Signal<In, Bits<8>>,
    pub b: Signal<In, Bits<8>>,
    pub sum: Signal<Out, Bits<9>>,
    pub full: Signal<Out, Bits<9>>,
    pub difference: Signal<Out, Bits<12>>,
    pub shifted: Signal<Out, Bits<12>>,
    pub product: Signal<Out, Bits<36>>,
}

impl Logic for DroppedCarry {
    #[hdl_gen]
    fn update(&mut self) {
        self.sum.next = bit_cast::<9, 8>(self.a.val() + self.b.val());
        self.full.next = bit_cast::<9, 8>(self.a.val()) + bit_cast::<9, 8>(self.b.val());
        self.difference.next = bit_cast::<12, 8>(self.a.val() - self.b.val());
        self.shifted.next = bit_cast::<12, 8>(self.a.val() << 3);
        self.product.next =
            bit_cast::<36, 32>(bit_cast::<16, 8>(self.a.val()) * bit_cast::<16, 8>(self.b.val()));
    }
}

/// `(a + 1) == c`: no wider comparison.
#[derive(LogicBlock, Default)]
struct WrappingCompare {
    pub a: Signal<In, Bits<8>>,
    pub c: Signal<In, Bits<8>>,
    pub equal: Signal<Out, Bit>,
    pub less: Signal<Out, Bit>,
    pub below: Signal<Out, Bit>,
}

impl Logic for WrappingCompare {
    #[hdl_gen]
    fn update(&mut self) {
        self.equal.next = (self.a.val() + 1) == self.c.val();
        self.less.next = (self.a.val() - self.c.val()) < (self.c.val() << 1);
        self.below.next = self.c.val() > !self.a.val();
    }
}

#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
enum Kind {
    Idle,
    Load,
    Store,
    Trap,
    Halt,
}

#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
struct Word {
    payload: Bits<32>,
    tag: Bits<4>,
}

#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
struct Pair {
    low: Word,
    flag: Bit,
    high: Word,
}

/// `.val().payload.get_bits::<4>(0)`: a slice of a slice.
#[derive(LogicBlock, Default)]
struct SliceOfSlice {
    pub word: Signal<In, Word>,
    pub low: Signal<Out, Bits<4>>,
    pub past: Signal<Out, Bits<8>>,
    pub top_bit: Signal<Out, Bit>,
    pub swapped: Signal<Out, Word>,
    pub nested: Signal<Out, Bits<4>>,
    pub pair: Signal<Out, Pair>,
    both: Signal<Local, Pair>,
}

impl Logic for SliceOfSlice {
    #[hdl_gen]
    fn update(&mut self) {
        self.low.next = self.word.val().payload.get_bits::<4>(0);
        self.past.next = self.word.val().tag.get_bits::<8>(2);
        self.top_bit.next = self.word.val().payload.get_bits::<16>(8).get_bit(15);
        self.swapped.next.tag = self.word.val().payload.get_bits::<4>(28);
        self.swapped.next.payload = bit_cast::<32, 4>(self.word.val().tag) << 28;
        self.both.next.low = self.swapped.val();
        self.both.next.flag = self.word.val().tag.get_bit(1);
        self.both.next.high.payload = self.word.val().payload + 1;
        self.both.next.high.tag = self.word.val().tag ^ 5;
        self.nested.next = self.both.val().high.tag + self.both.val().low.payload.get_bits::<4>(28);
        self.pair.next = self.both.val();
    }
}

/// `(a + b).get_bits(..)`: a slice of an expression.
#[derive(LogicBlock, Default)]
struct SliceOfSum {
    pub a: Signal<In, Bits<8>>,
    pub b: Signal<In, Bits<8>>,
    pub at: Signal<In, Bits<3>>,
    pub mode: Signal<In, Bits<2>>,
    pub middle: Signal<Out, Bits<4>>,
    pub carry: Signal<Out, Bit>,
    pub chosen: Signal<Out, Bit>,
    pub window: Signal<Out, Bits<4>>,
    pub replaced: Signal<Out, Bits<8>>,
    pub ordered: Signal<Out, Bits<8>>,
}

impl Logic for SliceOfSum {
    #[hdl_gen]
    fn update(&mut self) {
        self.middle.next = (self.a.val() + self.b.val()).get_bits::<4>(3);
        self.carry.next =
            (bit_cast::<9, 8>(self.a.val()) + bit_cast::<9, 8>(self.b.val())).get_bit(8);
        self.chosen.next = (self.a.val() - self.b.val()).get_bit(self.at.val().index());
        self.window.next = (self.a.val() ^ self.b.val()).get_bits::<4>(self.at.val().index());
        self.replaced.next = (self.a.val() + self.b.val())
            .replace_bit(self.at.val().index(), self.b.val().get_bit(0))
            .replace_bit(2, true);
        // Values that change between statements need a name between them, also inside a branch.
        self.ordered.next = self.a.val();
        self.ordered.next = bit_cast::<8, 3>((self.ordered.val() + self.b.val()).get_bits::<3>(4));
        match self.mode.val().index() {
            0 => {}
            1 => {
                self.ordered.next = bit_cast::<8, 2>((self.ordered.val() - 3).get_bits::<2>(1));
            }
            2 => {
                if (self.ordered.val() + self.a.val()).get_bit(6) {
                    self.ordered.next = self.ordered.val() + 1;
                } else if (self.ordered.val() - self.a.val()).get_bit(2) {
                    self.ordered.next = !self.ordered.val();
                }
            }
            _ => {
                self.ordered.next = self.ordered.val() >> 1;
            }
        }
    }
}

/// `match` on a bool, on an enum without `_`, and with `_` before the end.
#[derive(LogicBlock, Default)]
struct Matches {
    pub f: Signal<In, Bit>,
    pub raw: Signal<In, Bits<3>>,
    pub a: Signal<In, Bits<8>>,
    pub kind: Signal<Local, Kind>,
    pub on_bool: Signal<Out, Bits<8>>,
    pub exhaustive: Signal<Out, Bits<8>>,
    pub early: Signal<Out, Bits<8>>,
    pub kind_out: Signal<Out, Kind>,
}

impl Logic for Matches {
    #[hdl_gen]
    fn update(&mut self) {
        match self.f.val() {
            true => self.on_bool.next = self.a.val(),
            false => self.on_bool.next = !self.a.val(),
        }
        self.kind.next = Kind::Idle;
        if self.raw.val() == 1 {
            self.kind.next = Kind::Load;
        } else if self.raw.val() == 2 {
            self.kind.next = Kind::Store;
        } else if self.raw.val() == 3 {
            self.kind.next = Kind::Trap;
        } else if self.raw.val() >= 6 {
            self.kind.next = Kind::Halt;
        }
        match self.kind.val() {
            Kind::Idle => self.exhaustive.next = 0.into(),
            Kind::Load => self.exhaustive.next = self.a.val() + 1,
            Kind::Store => self.exhaustive.next = self.a.val() + 1,
            Kind::Trap => {
                self.exhaustive.next = self.a.val();
                if self.f.val() {
                    self.exhaustive.next = 0xff.into();
                }
            }
            Kind::Halt => self.exhaustive.next = self.a.val() ^ 0x55,
        }
        match self.kind.val() {
            Kind::Load => self.early.next = 1.into(),
            _ => self.early.next = 2.into(),
            #[allow(unreachable_patterns)]
            Kind::Store => self.early.next = 3.into(),
        }
        self.kind_out.next = self.kind.val();
    }
}

/// Signed comparison, product, negation; and the sign extension that does not recurse.
#[derive(LogicBlock, Default)]
struct SignedValues {
    pub a: Signal<In, Bits<16>>,
    pub b: Signal<In, Bits<16>>,
    pub s: Signal<In, Signed<16>>,
    pub less: Signal<Out, Bit>,
    pub at_least: Signal<Out, Bit>,
    pub product: Signal<Out, Signed<32>>,
    pub negated: Signal<Out, Signed<16>>,
    pub sum: Signal<Out, Bits<16>>,
    pub extended: Signal<Out, Bits<32>>,
}

impl Logic for SignedValues {
    #[hdl_gen]
    fn update(&mut self) {
        self.less.next = signed_cast(self.a.val()) < signed_cast(self.b.val());
        self.at_least.next = self.s.val() >= signed_cast(self.a.val());
        self.product.next = self.s.val() * signed_cast(self.b.val());
        self.negated.next = -self.s.val();
        self.sum.next = unsigned_cast(self.s.val() + signed_cast(self.a.val()));
        self.extended.next = (bit_cast::<32, 16>(self.a.val()) ^ 0x8000) - 0x8000;
    }
}

fn word(rng: &mut Rng) -> Word {
    Word {
        payload: rng.bits(32).into(),
        tag: rng.bits(4).into(),
    }
}

#[test]
fn every_miscompiled_construct_agrees() {
    Suite::new()
        .combinational(
            Precedence::default(),
            "precedence",
            1,
            VECTORS,
            |b, rng, _| {
                b.a.next = rng.bits(4).into();
                b.b.next = rng.bits(4).into();
                b.c.next = rng.bits(4).into();
                b.f.next = rng.flag();
            },
        )
        .combinational(
            InvertedBit::default(),
            "inverted_bit",
            2,
            VECTORS,
            |b, rng, _| {
                b.f.next = rng.flag();
                b.a.next = rng.bits(5).into();
            },
        )
        .combinational(
            DroppedCarry::default(),
            "dropped_carry",
            3,
            VECTORS,
            |b, rng, _| {
                b.a.next = rng.bits(8).into();
                b.b.next = rng.bits(8).into();
            },
        )
        .combinational(
            WrappingCompare::default(),
            "wrapping_compare",
            4,
            VECTORS,
            |b, rng, _| {
                b.a.next = rng.bits(8).into();
                b.c.next = if rng.flag() {
                    b.a.next + 1
                } else {
                    rng.bits(8).into()
                };
            },
        )
        .combinational(
            SliceOfSlice::default(),
            "slice_of_slice",
            5,
            VECTORS,
            |b, rng, _| {
                b.word.next = word(rng);
            },
        )
        .combinational(
            SliceOfSum::default(),
            "slice_of_sum",
            6,
            VECTORS,
            |b, rng, _| {
                b.a.next = rng.bits(8).into();
                b.b.next = rng.bits(8).into();
                b.at.next = rng.bits(3).into();
                b.mode.next = rng.bits(2).into();
            },
        )
        .combinational(
            Matches::default(),
            "match_forms",
            7,
            VECTORS,
            |b, rng, _| {
                b.f.next = rng.flag();
                b.raw.next = rng.bits(3).into();
                b.a.next = rng.bits(8).into();
            },
        )
        .combinational(
            SignedValues::default(),
            "signed_values",
            8,
            VECTORS,
            |b, rng, _| {
                b.a.next = rng.bits(16).into();
                b.b.next = rng.bits(16).into();
                b.s.next = signed_cast(rng.bits(16).into());
            },
        )
        .run()
        .unwrap_or_else(|error| panic!("{error}"));
}
