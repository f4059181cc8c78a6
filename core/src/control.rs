//! Decoding: the control word of each opcode, derived from the instruction table.
//!
//! [`control`] matches every opcode, so an instruction without hardware
//! semantics does not compile. The ROM block's Verilog is generated from it.

use pyxl_isa::{Format, Opcode, Unit, ROWS};
use rust_hdl::prelude::*;

/// How an instruction changes the program flow in decode.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Flow {
    Next,
    Branch,
    Jump,
    /// Jump that enters a function in the present frame.
    Enter,
    /// Call whose target is in the instruction.
    Call,
    /// Call whose target is known in execute.
    CallValue,
    Return,
    /// Boot: the frame pointer is set.
    SetFp,
}

/// Bitwise operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Bitwise {
    And,
    Or,
    Xor,
    Spare,
}

/// Comparison; `!=`, `>`, `>=` are these inverted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Condition {
    Equal,
    Less,
    LessEqual,
    Same,
    Truth,
    /// `a + 1 < b`
    Up,
    /// `a - 1 > b`
    Down,
    /// Carry of the unsigned sum, borrow of the unsigned difference.
    Carry,
}

/// Source of the result in execute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Output {
    Sum,
    Bitwise,
    Shift,
    Condition,
    A,
    B,
    /// Registered result of a multi-cycle unit.
    Unit,
    Misc,
}

/// Source of [`Output::Misc`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Misc {
    Pc,
    Cycle,
    Pin,
    Tag,
    Retag,
    /// a ± 1
    Step,
    FramePointer,
    Depth,
    LeadingZeros,
    Input,
    Spare10,
    Spare11,
    Spare12,
    Spare13,
    Spare14,
    Spare15,
}

/// Multi-cycle units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum LongUnit {
    None,
    Multiply,
    Divide,
    /// Heap word.
    Load,
    /// Word of the frame store, by address.
    LoadFrame,
    /// Field of a return link.
    LoadLink,
    Spare6,
    Spare7,
}

/// What an instruction waits for in execute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Wait {
    Nothing,
    PinHigh,
    PinLow,
    Console,
    Input,
    Spare5,
    Spare6,
    Spare7,
}

/// Side effects, all in the memory stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, LogicState)]
pub enum Effect {
    None,
    PinValue,
    PinDirection,
    Stdout,
    Stderr,
    Store,
    Halt,
    /// A field of the pending link.
    Pending,
    /// The pending link goes onto the control stack.
    Unwind,
    /// The byte of input is taken.
    Input,
    Spare10,
    Spare11,
    Spare12,
    Spare13,
    Spare14,
    Spare15,
}

/// What the decoder knows of an opcode.
#[derive(Clone, Copy, Debug, PartialEq, Default, LogicStruct)]
pub struct Control {
    pub flow: Flow,
    /// Field `b` may name a slot.
    pub b_slot: Bit,
    /// Operand b is the static of the long field `a:b`.
    pub b_static: Bit,
    /// Operand b is the 18-bit immediate of `a:b`.
    pub b_immediate: Bit,
    /// The address is operand b plus the field `dst` (stores).
    pub offset: Bit,
    /// The destination is a's slot (windows, loop counters).
    pub dst_is_a: Bit,
    /// The destination is the sum of operand b and `dst`, known in execute.
    pub frame_store: Bit,
    /// The destination is the static of the long field `dst:b`.
    pub dst_is_static: Bit,
    /// The result goes to the destination.
    pub writes: Bit,
    /// Kind of the trap's return link.
    pub link: Bits<2>,
    /// Trap unless a is a number.
    pub a_number: Bit,
    /// Trap unless b is a number.
    pub b_number: Bit,
    /// Trap if a is unbound.
    pub a_bound: Bit,
    /// Trap if b is unbound.
    pub b_bound: Bit,
    /// Trap unless a is a number or a singleton.
    pub a_truth: Bit,
    /// Trap unless a is a function.
    pub a_function: Bit,
    /// Trap always: no hardware.
    pub always: Bit,
    /// Trap if the adder overflows.
    pub overflow: Bit,
    /// The adder subtracts.
    pub subtract: Bit,
    pub bitwise: Bitwise,
    /// Trap on a shift count outside of 0 … 31.
    pub shift: Bit,
    /// The shifter shifts left (and may overflow).
    pub left: Bit,
    /// Multiplier and shifter work on payloads, whatever the tags, modulo 2^32.
    pub raw: Bit,
    pub condition: Condition,
    /// The comparison is the condition's opposite.
    pub invert: Bit,
    /// The comparison's result is an INT.
    pub int_result: Bit,
    /// The branch is taken if the comparison is false.
    pub on_false: Bit,
    pub output: Output,
    pub misc: Misc,
    pub unit: LongUnit,
    /// The unit's second result: the remainder, the upper half of the unsigned product.
    pub second: Bit,
    /// The callee was predicted: redirect only if it is another.
    pub predicted: Bit,
    pub wait: Wait,
    pub effect: Effect,
}

/// The control word of `op`; `None` is an opcode that is not in the table.
pub fn control(op: Option<Opcode>) -> Control {
    let Some(op) = op else {
        return Control {
            always: true,
            ..Default::default()
        };
    };
    let row = op.row();
    let mut c = Control {
        link: (row.link as u64).into(),
        b_slot: matches!(
            row.format,
            Format::DAB
                | Format::DB
                | Format::AB
                | Format::B
                | Format::BranchAB
                | Format::CallValue
                | Format::Store
                | Format::Assign
        ),
        b_static: row.format == Format::LoadStatic,
        b_immediate: row.format == Format::Immediate,
        offset: row.format == Format::Store,
        dst_is_a: matches!(row.format, Format::Call | Format::CallValue),
        dst_is_static: row.format == Format::StoreStatic,
        writes: matches!(
            row.format,
            Format::DAB
                | Format::DA
                | Format::DB
                | Format::D
                | Format::Immediate
                | Format::LoadStatic
                | Format::StoreStatic
        ),
        flow: if matches!(row.format, Format::BranchAB | Format::BranchA) {
            Flow::Branch
        } else {
            Flow::Next
        },
        ..Default::default()
    };
    execution(op, &mut c);
    c
}

/// Fills in what the execute stage does.
fn execution(op: Opcode, c: &mut Control) {
    use Opcode::*;
    // Also of a branch without hardware: it is executed again with its handler's truth value.
    c.on_false = matches!(
        op,
        Fjeq | Fjne | Fjlt | Fjle | Fjgt | Fjge | Fjis | Fjin | Jf
    );
    if op.row().unit == Unit::Software {
        c.always = true;
        return;
    }
    let misc = |c: &mut Control, m: Misc| {
        c.output = Output::Misc;
        c.misc = m;
    };
    let numbers = |c: &mut Control| {
        c.a_number = true;
        c.b_number = true;
    };
    let compare = |c: &mut Control, condition: Condition, invert: bool| {
        c.output = Output::Condition;
        c.condition = condition;
        c.invert = invert;
        c.subtract = true;
        match condition {
            Condition::Same => {
                c.a_bound = true;
                c.b_bound = true;
            }
            Condition::Truth => c.a_truth = true,
            _ => {
                c.a_number = true;
                c.b_number = true;
            }
        }
    };
    match op {
        Nop => {}
        Halt => {
            c.effect = Effect::Halt;
            c.output = Output::B;
        }
        Jmp => c.flow = Flow::Jump,
        Tjmp => c.flow = Flow::Enter,
        Setfp => c.flow = Flow::SetFp,
        Calld => {
            c.flow = Flow::Call;
            c.writes = true;
            misc(c, Misc::Pc);
        }
        Callp => {
            c.flow = Flow::Call;
            c.a_function = true;
            c.predicted = true;
        }
        Call => {
            c.flow = Flow::CallValue;
            c.a_function = true;
        }
        Ret => {
            c.flow = Flow::Return;
            c.b_bound = true;
            c.output = Output::B;
        }
        Mov | Lds => {
            c.b_bound = true;
            c.output = Output::B;
        }
        Movr | Ldi => c.output = Output::B,
        Sts => c.output = Output::A,
        Add | Iadd | Pos => {
            numbers(c);
            c.overflow = true;
            c.output = Output::Sum;
        }
        Sub | Isub | Neg => {
            numbers(c);
            c.overflow = true;
            c.subtract = true;
            c.output = Output::Sum;
        }
        Mul | Imul => {
            numbers(c);
            c.unit = LongUnit::Multiply;
            c.output = Output::Unit;
        }
        Div | Idiv | Mod | Imod => {
            numbers(c);
            c.unit = LongUnit::Divide;
            c.second = matches!(op, Mod | Imod);
            c.output = Output::Unit;
        }
        And | Iand | Or | Ior | Xor | Ixor | Inv => {
            numbers(c);
            c.output = Output::Bitwise;
            c.bitwise = match op {
                And | Iand => Bitwise::And,
                Or | Ior => Bitwise::Or,
                _ => Bitwise::Xor,
            };
        }
        Shl | Ishl | Shr | Ishr => {
            numbers(c);
            c.output = Output::Shift;
            c.shift = true;
            c.left = matches!(op, Shl | Ishl);
        }
        Eq | Jeq | Fjeq => compare(c, Condition::Equal, false),
        Ne | Jne | Fjne => compare(c, Condition::Equal, true),
        Lt | Jlt | Fjlt => compare(c, Condition::Less, false),
        Ge | Jge | Fjge => compare(c, Condition::Less, true),
        Le | Jle | Fjle => compare(c, Condition::LessEqual, false),
        Gt | Jgt | Fjgt => compare(c, Condition::LessEqual, true),
        Is | Jis | Fjis => compare(c, Condition::Same, false),
        Isnt => compare(c, Condition::Same, true),
        Truth | Jt | Jf => compare(c, Condition::Truth, false),
        Not => compare(c, Condition::Truth, true),
        Forup | Fordn => {
            c.dst_is_a = true;
            c.writes = true;
            c.condition = if op == Forup {
                Condition::Up
            } else {
                Condition::Down
            };
            c.subtract = op == Fordn;
            misc(c, Misc::Step);
        }
        Out | Dir => {
            numbers(c);
            c.effect = if op == Out {
                Effect::PinValue
            } else {
                Effect::PinDirection
            };
            c.output = Output::A;
        }
        Inp => {
            c.b_number = true;
            misc(c, Misc::Pin);
        }
        Wait0 | Wait1 => {
            c.b_number = true;
            c.wait = if op == Wait0 {
                Wait::PinHigh
            } else {
                Wait::PinLow
            };
        }
        Cyc => misc(c, Misc::Cycle),
        Putc | Pute => {
            c.b_number = true;
            c.wait = Wait::Console;
            c.effect = if op == Putc {
                Effect::Stdout
            } else {
                Effect::Stderr
            };
            c.output = Output::B;
        }
        Getc => {
            misc(c, Misc::Input);
            c.wait = Wait::Input;
            c.effect = Effect::Input;
        }
        Tag => misc(c, Misc::Tag),
        Retag => misc(c, Misc::Retag),
        Ld => {
            c.unit = LongUnit::Load;
            c.output = Output::Unit;
        }
        St => {
            c.effect = Effect::Store;
            c.output = Output::A;
        }
        Radd | Rsub => {
            c.output = Output::Sum;
            c.subtract = op == Rsub;
        }
        Radc | Rltu => {
            c.output = Output::Condition;
            c.condition = Condition::Carry;
            c.subtract = op == Rltu;
            c.int_result = op == Radc;
        }
        Rmul | Rmulh => {
            c.unit = LongUnit::Multiply;
            c.output = Output::Unit;
            c.raw = true;
            c.second = op == Rmulh;
        }
        Rshl | Rshr => {
            c.output = Output::Shift;
            c.raw = true;
            c.left = op == Rshl;
        }
        Rclz => misc(c, Misc::LeadingZeros),
        Fp => misc(c, Misc::FramePointer),
        Depth => misc(c, Misc::Depth),
        Ldf | Ldl => {
            c.unit = if op == Ldf {
                LongUnit::LoadFrame
            } else {
                LongUnit::LoadLink
            };
            c.output = Output::Unit;
        }
        Stf => {
            c.frame_store = true;
            c.writes = true;
            c.output = Output::A;
        }
        Stl => {
            c.effect = Effect::Pending;
            c.output = Output::A;
        }
        Unwind => c.effect = Effect::Unwind,
        // Listed, so that giving a row a unit without semantics does not compile.
        Fdiv | Pow | Mmul | Ifdiv | Ipow | Immul | In | Nin | Jin | Fjin | Iter | Next | Lda
        | Sta | Dela | Ldm | Ldx | Stx | Delx | At | Ldio | Stio | Irq | Wfi | Birq | Bstack
        | Bargs => {
            unreachable!("{op:?} has a hardware unit in the table, but no semantics here")
        }
    }
}

/// The decode ROM: opcode in, control word out; combinational.
#[derive(LogicBlock)]
pub struct DecodeRom {
    pub opcode: Signal<In, Bits<8>>,
    pub control: Signal<Out, Control>,
    _rom: Vec<Control>,
}

impl Default for DecodeRom {
    fn default() -> Self {
        let rom = (0..=255)
            .map(|code| control(Opcode::from_code(code)))
            .collect();
        Self {
            opcode: Default::default(),
            control: Default::default(),
            _rom: rom,
        }
    }
}

impl Logic for DecodeRom {
    fn update(&mut self) {
        self.control.next = self._rom[self.opcode.val().index()];
    }
    fn connect(&mut self) {
        self.control.connect();
    }
    fn hdl(&self) -> Verilog {
        let literal = |c: Control| c.verilog().to_string();
        let rows: String = ROWS
            .iter()
            .map(|r| {
                format!(
                    "    8'h{:02x}: control = {}; // {}\n",
                    r.op as u8,
                    literal(control(Some(r.op))),
                    r.mnemonic
                )
            })
            .collect();
        Verilog::Custom(format!(
            "always @(*) case (opcode)\n{rows}    default: control = {};\nendcase",
            literal(control(None))
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Decode takes the program flow from bits of the opcode (see `decode.rs`).
    #[test]
    fn opcode_bits_tell_the_flow() {
        for row in ROWS {
            let code = row.op as u8;
            let flow = match (code >> 6, code & 7) {
                (0 | 1, _) => None,
                (2, 0) => Some(Flow::Jump),
                (2, 1) => Some(Flow::Enter),
                (2, 2 | 3) => Some(Flow::Call),
                (2, 4) => Some(Flow::Return),
                (2, 6) => Some(Flow::CallValue),
                (3, _) => Some(Flow::Branch),
                _ => panic!("{:?} has an opcode that decode cannot classify", row.op),
            };
            let expected = control(Some(row.op)).flow;
            assert_eq!(flow.unwrap_or(expected), expected, "{:?}", row.op);
            let counts = matches!(row.op, Opcode::Forup | Opcode::Fordn | Opcode::Next);
            assert_eq!(
                flow == Some(Flow::Branch) && code & 12 == 12,
                counts,
                "{:?}",
                row.op
            );
            assert!(
                flow.is_some() || matches!(expected, Flow::Next | Flow::SetFp),
                "{:?}",
                row.op
            );
        }
    }
}
