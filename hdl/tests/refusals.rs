//! Blocks that have no faithful Verilog, and what the printer says to them.

// Odd on purpose.
#![allow(clippy::single_match)]

use pyxl_hdl::emit;
use pyxl_hdl_macros::hdl;
use rust_hdl::prelude::*;

const LIMIT: u64 = 17;
const LARGE: u64 = 256;
const BEYOND: usize = 10;

/// Names that differ in `::` only.
#[allow(non_snake_case)]
mod FAR {
    pub const LIMIT: u64 = 18;
}
const FAR_LIMIT: u64 = 19;

#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
enum Single {
    Only,
}

#[derive(Copy, Clone, Debug, PartialEq, LogicState)]
enum Mode {
    Off,
    On,
}

mod other {
    use rust_hdl::prelude::*;

    #[derive(Copy, Clone, Debug, PartialEq, LogicState)]
    #[allow(dead_code)]
    pub enum Mode {
        Unknown,
        Off,
        On,
    }
}

#[derive(Copy, Clone, Debug, Default, PartialEq, LogicStruct)]
struct Inner {
    low: Bits<4>,
    high: Bits<4>,
}

#[derive(LogicBlock, Default)]
struct Child {
    pub given: Signal<In, Bits<8>>,
    pub forgotten: Signal<In, Bits<8>>,
    pub sum: Signal<Out, Bits<8>>,
}

impl Logic for Child {
    #[hdl_gen]
    fn update(&mut self) {
        self.sum.next = self.given.val() + self.forgotten.val();
    }
}

/// A block with the fields that the cases share, and one `update`.
macro_rules! case {
    ($name:ident { $($field:ident : $ty:ty),* } $($update:tt)*) => {
        #[derive(LogicBlock, Default)]
        #[allow(dead_code)]
        struct $name {
            pub clock: Signal<In, Clock>,
            pub a: Signal<In, Bits<8>>,
            pub b: Signal<In, Bits<8>>,
            pub f: Signal<In, Bit>,
            pub y: Signal<Out, Bits<8>>,
            $($field: $ty,)*
        }

        impl Logic for $name {
            $($update)*
        }
    };
}

case!(
    FreeConstant {} #[hdl_gen] fn update(&mut self) {
        self.y.next = self.a.val() + LIMIT;
    }
);
#[derive(LogicBlock)]
struct ConstantField {
    pub y: Signal<Out, Bits<8>>,
    limit: Constant<Bits<8>>,
}

impl Default for ConstantField {
    fn default() -> Self {
        Self {
            y: Default::default(),
            limit: Constant::new(LIMIT.into()),
        }
    }
}

impl Logic for ConstantField {
    #[hdl_gen]
    fn update(&mut self) {
        self.y.next = self.limit.val();
    }
}

case!(
    LargeConstant {} #[hdl] fn update(&mut self) {
        self.y.next = self.a.val() + LARGE;
    }
);
case!(
    ConstantIndex {} #[hdl] fn update(&mut self) {
        self.y.next = (bits::<9>(1) << 8).get_bits::<8>(BEYOND);
    }
);
case!(
    TwoConstants {} #[hdl] fn update(&mut self) {
        self.y.next = self.a.val() + FAR::LIMIT - FAR_LIMIT;
    }
);
case!(
    LostWidth {} #[hdl_gen] fn update(&mut self) {
        self.y.next = unsigned_cast(signed_bit_cast::<8, 4>(signed_cast(
            self.a.val().get_bits::<4>(0),
        )));
    }
);
case!(
    LostToBits {} #[hdl_gen] fn update(&mut self) {
        self.y.next = self.a.val().get_bits::<4>(0).index().to_bits::<8>();
    }
);
case!(
    BigLiteral {} #[hdl_gen] fn update(&mut self) {
        self.y.next = self.a.val() + 256;
    }
);
case!(
    Latch {} #[hdl_gen] fn update(&mut self) {
        if self.f.val() {
            self.y.next = self.a.val();
        }
    }
);
case!(
    LatchInMatch {} #[hdl_gen] fn update(&mut self) {
        match self.f.val() {
            true => self.y.next = self.a.val(),
            false => {}
        }
    }
);
case!(HalfAssigned { w: Signal<Local, Inner> } #[hdl_gen] fn update(&mut self) {
    self.w.next.low = self.a.val().get_bits::<4>(0);
    self.y.next = bit_cast::<8, 4>(self.w.val().low);
});
case!(
    UndrivenInput { child: Child } #[hdl_gen] fn update(&mut self) {
        self.child.given.next = self.a.val();
        self.y.next = self.child.sum.val();
    }
);
case!(UndrivenOutput {} #[hdl_gen] fn update(&mut self) {});
case!(UndrivenLocal { w: Signal<Local, Bits<8>> } #[hdl_gen] fn update(&mut self) { self.y.next = self.w.val(); });
case!(DirectLoop { w: Signal<Local, Bits<8>> } #[hdl_gen] fn update(&mut self) {
    self.w.next = self.w.val() + 1;
    self.y.next = self.w.val();
});
case!(CrossLoop { v: Signal<Local, Bits<8>>, w: Signal<Local, Bits<8>> } #[hdl_gen] fn update(&mut self) {
    self.v.next = self.w.val() ^ self.a.val();
    self.w.next = self.v.val() + 1;
    self.y.next = self.w.val();
});
case!(PartialRead { w: Signal<Local, Bits<8>> } #[hdl_gen] fn update(&mut self) {
    if self.f.val() {
        self.w.next = self.a.val();
    }
    self.y.next = self.w.val();
    self.w.next = self.b.val();
});
case!(KeywordName { table: Signal<Local, Bits<8>> } #[hdl_gen] fn update(&mut self) {
    self.table.next = self.a.val();
    self.y.next = self.table.val();
});
case!(Collision { r: DFF<Bits<8>>, r_next: Signal<Local, Bits<8>> } #[hdl_gen] fn update(&mut self) {
    dff_setup!(self, clock, r);
    self.r_next.next = self.a.val();
    self.y.next = self.r.q.val();
});
case!(NoBits { s: Signal<Local, Single> } #[hdl_gen] fn update(&mut self) {
    self.s.next = Single::Only;
    self.y.next = self.a.val();
});
case!(
    EmptySlice {} #[hdl_gen] fn update(&mut self) {
        self.y.next = self.b.val();
        if self.a.val().get_bits::<0>(3) == self.b.val().get_bits::<0>(2) {
            self.y.next = self.a.val();
        }
    }
);
case!(TwoEnums { m: Signal<Local, Mode>, n: Signal<In, other::Mode> } #[hdl_gen] fn update(&mut self) {
    self.m.next = Mode::On;
    self.y.next = self.a.val();
});
case!(
    Guarded {} #[hdl_gen] fn update(&mut self) {
        match self.a.val().index() {
            1 if self.f.val() => self.y.next = self.b.val(),
            1 => self.y.next = 0.into(),
            _ => self.y.next = self.a.val(),
        }
    }
);
case!(
    Binding {} #[hdl_gen] fn update(&mut self) {
        match self.a.val().index() {
            0 => self.y.next = self.b.val(),
            _other => self.y.next = self.a.val(),
        }
    }
);
case!(NoClock { r: DFF<Bits<8>> } #[hdl_gen] fn update(&mut self) {
    self.r.d.next = self.a.val();
    self.y.next = self.r.q.val();
});
case!(
    OwnInput {} #[hdl_gen] fn update(&mut self) {
        self.a.next = self.b.val();
        self.y.next = self.a.val();
    }
);
case!(
    Beyond {} #[hdl_gen] fn update(&mut self) {
        self.y.next = self.a.val().replace_bit(8, self.f.val());
    }
);
case!(
    ShadowedIndex {} #[hdl_gen] fn update(&mut self) {
        self.y.next = self.b.val();
        for a in 0..3 {
            if self.f.val() {
                self.y.next = self.y.val().replace_bit(a, true);
            }
        }
    }
);

#[derive(LogicBlock, Default)]
struct NoVerilog {
    pub y: Signal<Out, Bits<8>>,
}

impl Logic for NoVerilog {
    fn update(&mut self) {}
}

/// A block with hand-written Verilog.
#[derive(LogicBlock, Default)]
struct Custom {
    pub a: Signal<In, Bits<8>>,
    pub y: Signal<Out, Bits<8>>,
    _text: &'static str,
}

impl Logic for Custom {
    fn update(&mut self) {}
    fn hdl(&self) -> Verilog {
        Verilog::Custom(self._text.into())
    }
}

/// The same around another block.
#[derive(LogicBlock, Default)]
struct CustomParent {
    pub y: Signal<Out, Bits<8>>,
    child: Child,
}

impl Logic for CustomParent {
    fn update(&mut self) {}
    fn hdl(&self) -> Verilog {
        Verilog::Custom("assign y = 0;".into())
    }
}

#[test]
fn refused_designs_are_named() {
    let mut messages = String::new();
    let mut note = |name: &str, result: Result<_, pyxl_hdl::EmitError>| {
        messages += &match result {
            Ok(_) => format!("{name}: ACCEPTED\n"),
            Err(error) => format!("{name}: {error}\n"),
        };
    };
    macro_rules! all {
        ($($case:ident),*) => { $(note(stringify!($case), emit(&$case::default(), "top"));)* };
    }
    all!(
        FreeConstant,
        ConstantField,
        LargeConstant,
        ConstantIndex,
        TwoConstants,
        LostWidth,
        LostToBits,
        BigLiteral,
        Latch,
        LatchInMatch,
        HalfAssigned,
        UndrivenInput,
        UndrivenOutput,
        UndrivenLocal,
        DirectLoop,
        CrossLoop,
        PartialRead,
        KeywordName,
        Collision,
        NoBits,
        EmptySlice,
        TwoEnums,
        Guarded,
        Binding,
        NoClock,
        OwnInput,
        Beyond,
        ShadowedIndex,
        NoVerilog,
        CustomParent
    );
    let custom = |text| Custom {
        _text: text,
        ..Default::default()
    };
    note("CustomUndriven", emit(&custom("wire [7:0] z = a;"), "top"));
    note(
        "CustomTwice",
        emit(&custom("assign y = a;\nalways @* y = a;"), "top"),
    );
    note("KeywordModule", emit(&Child::default(), "module"));
    note("BadName", emit(&Child::default(), "2nd"));
    insta::assert_snapshot!(messages);
}
