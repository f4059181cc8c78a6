//! Random programs that end.

use super::code::{copy, fixed, frame, insn, literal, load};
use super::lower::LOOP_TAGS;
use super::program::{statics, Call, Function, Item, LoopEnd, Program, INPUTS, OUTPUTS, WIRED};
use pyxl_conformance::Rng;
use pyxl_isa::{
    ControlFlow, Descriptor, Format, Insn, LinkKind, Opcode, Operand, Slot, Tag, Unit, Word, ROWS,
};
use pyxl_model::PinEvent;
use Opcode::*;

/// Locals of a random function: slots 1 and up.
const LOCALS: u8 = 24;
/// Counters of nested loops.
const COUNTERS: std::ops::Range<u8> = 25..29;
/// Window of calls.
const WINDOW: u8 = 30;
/// Most arguments of a call.
const ARGS: i64 = 5;
/// Smallest frame that covers the window and its arguments.
const FRAME_WORDS: u16 = WINDOW as u16 + ARGS as u16 + 1;
/// Most instructions in one function, so that all branches reach.
const FUNCTION_SIZE: usize = 180;
/// Most instructions that one call of a function executes, roughly.
const BUDGET: u64 = 12_000;
/// Words of the heap with random contents.
const HEAP: usize = 256;

impl Program {
    /// The program that `seed` stands for.
    pub fn random(seed: u64) -> Program {
        let mut rng = Rng::new(seed);
        let count = 1 + rng.index(8);
        let mut functions: Vec<Function> = vec![];
        let mut costs = vec![];
        // From the last to the first: a function calls only later ones.
        for number in (0..count).rev() {
            let mut generator = Generator {
                rng: &mut rng,
                number,
                count,
                costs: &costs,
                size: 0,
            };
            let (function, cost) = generator.function();
            functions.insert(0, function);
            costs.insert(0, cost);
        }
        Program {
            functions,
            recursion_step: rng.pick(&[2, 3, 8, 40]),
            handlers: (0..256).map(|_| rng.bits() as u8).collect(),
            statics: statics(&mut rng),
            heap: (0..HEAP).map(|_| word(&mut rng)).collect(),
            events: events(&mut rng),
        }
    }
}

/// A word of any tag; numbers near the limits are frequent.
fn word(rng: &mut Rng) -> Word {
    let tag = if rng.one_in(2) {
        Tag::Int
    } else {
        Tag::from_bits(rng.bits() as u8)
    };
    let payload = match rng.index(5) {
        0 => rng.bits() as u32,
        1 => rng.range(-40..40) as u32,
        2 => rng.pick(&[0, 1, i32::MIN as u32, i32::MAX as u32, u32::MAX, 31, 32]),
        3 => 1 << rng.range(0..32),
        _ => rng.range(0..2) as u32,
    };
    let payload = if tag == Tag::Bool {
        payload & 1
    } else {
        payload
    };
    Word::new(tag, payload)
}

fn statics(rng: &mut Rng) -> Vec<Word> {
    let mut words: Vec<Word> = (0..statics::COUNT).map(|_| word(rng)).collect();
    words[usize::from(statics::STOP)] = Word::FALSE;
    words[usize::from(statics::FALSE)] = Word::FALSE;
    words[usize::from(statics::REFUSED)] = Word::NONE;
    words
}

fn events(rng: &mut Rng) -> Vec<PinEvent> {
    let count = rng.index(40);
    let mut events: Vec<PinEvent> = (0..count)
        .map(|_| PinEvent {
            cycle: rng.range(0..30_000) as u64,
            pin: rng.range(i64::from(INPUTS.start)..i64::from(INPUTS.end)) as u8,
            level: rng.one_in(2),
        })
        .collect();
    events.sort_by_key(|event| event.cycle);
    events
}

/// The function that is being made.
pub struct Generator<'a> {
    pub rng: &'a mut Rng,
    /// Its number.
    pub number: usize,
    count: usize,
    /// Costs of the functions after this one.
    costs: &'a [u64],
    size: usize,
}

impl Generator<'_> {
    /// The function and its cost.
    fn function(&mut self) -> (Function, u64) {
        let flags = match self.rng.index(6) {
            0 => Descriptor::IRREGULAR,
            1 => Descriptor::RUNTIME,
            _ => 0,
        };
        let frame_words = FRAME_WORDS + self.rng.range(0..8) as u16;
        let params = self.rng.range(0..4) as u8;
        let budget = if self.number == 0 { BUDGET } else { BUDGET / 8 };
        let length = 8 + self.rng.index(20);
        let (body, cost) = self.body(length, 0, budget);
        let function = Function {
            frame_words,
            params,
            flags,
            body,
        };
        (function, cost + 2)
    }

    /// Items that take up to about `budget` instructions.
    fn body(&mut self, length: usize, nesting: usize, budget: u64) -> (Vec<Item>, u64) {
        let mut items = vec![];
        let mut cost = 0;
        for _ in 0..length {
            if self.size > FUNCTION_SIZE - 16 {
                break;
            }
            let left = budget.saturating_sub(cost);
            let (item, more) = self.item(nesting, left);
            cost += more;
            items.push(item);
        }
        (items, cost)
    }

    fn item(&mut self, nesting: usize, budget: u64) -> (Item, u64) {
        match self.rng.index(16) {
            0 | 1 if nesting < COUNTERS.len() => self.conditional(nesting, budget),
            2 | 3 if nesting < COUNTERS.len() && budget > 100 => self.repeated(nesting, budget),
            4 | 5 => match self.call(budget) {
                Some(call) => call,
                None => self.straight(),
            },
            6 if self.rng.one_in(12) && nesting == 0 && budget > 6000 => {
                let depth = match self.rng.index(4) {
                    0 => self.rng.range(4000..4300),
                    _ => self.rng.range(0..1100),
                } as u16;
                self.size += 3;
                let window = WINDOW;
                (Item::Recursion { window, depth }, u64::from(depth) * 5)
            }
            _ => self.straight(),
        }
    }

    fn conditional(&mut self, nesting: usize, budget: u64) -> (Item, u64) {
        self.size += 1;
        let length = self.rng.index(5);
        let (body, cost) = self.body(length, nesting + 1, budget);
        let branches: Vec<Opcode> = ROWS
            .iter()
            .filter(|row| row.format.is_branch())
            .filter(|row| row.op != Next)
            .map(|row| row.op)
            .chain([Jmp])
            .collect();
        let branch = match self.rng.pick(&branches) {
            Jmp => Insn::new(Jmp),
            op => Insn::new(op).with_a(self.local()).with_b(self.operand()),
        };
        (Item::If { branch, body }, cost + 4)
    }

    fn repeated(&mut self, nesting: usize, budget: u64) -> (Item, u64) {
        self.size += 5;
        let length = self.rng.index(6);
        let (body, cost) = self.body(length, nesting + 1, budget / 4);
        let most = (budget / (cost + 8)).clamp(1, 40) as i64;
        let count = self.rng.range(1..most + 1) as u8;
        let end = match self.rng.index(3) {
            0 => LoopEnd::Count(self.rng.pick(&[Forup, Fordn])),
            _ => {
                let op = self.rng.pick(&[Jlt, Fjge, Jne, Fjeq, Jle, Fjgt]);
                LoopEnd::Compare(op, Word::new(self.rng.pick(&LOOP_TAGS), 0))
            }
        };
        let counter = COUNTERS.start + nesting as u8;
        let item = Item::Loop {
            counter,
            end,
            count,
            body,
        };
        (item, (cost + 8) * u64::from(count))
    }

    fn call(&mut self, budget: u64) -> Option<(Item, u64)> {
        let later = self.count - self.number - 1;
        if later == 0 {
            return None;
        }
        let predicted = self.number + 1 + self.rng.index(later);
        let callee = match self.rng.index(4) {
            0 => self.number + 1 + self.rng.index(later),
            _ => predicted,
        };
        let cost =
            self.costs[callee - self.number - 1].max(self.costs[predicted - self.number - 1]);
        if cost > budget {
            return None;
        }
        // Often nothing but the call, so that calls and returns follow each other closely.
        let bare = self.rng.one_in(3);
        let args = if bare {
            0
        } else {
            self.rng.range(0..ARGS) as u8
        };
        self.size += 2 + usize::from(args);
        let call = Call {
            op: if bare {
                Calld
            } else {
                self.rng.pick(&[Calld, Callp, Callp, Opcode::Call])
            },
            window: WINDOW,
            callee: if self.rng.one_in(10) {
                statics::REFUSED
            } else {
                statics::FUNCTIONS.start + callee as u16
            },
            predicted,
            args,
            count: self.rng.one_in(2).then(|| match self.rng.index(4) {
                0 => self.rng.range(0..70_000) as i32,
                _ => i32::from(args),
            }),
        };
        Some((Item::Call(call), cost + u64::from(args) + 2))
    }

    fn straight(&mut self) -> (Item, u64) {
        let code = match self.rng.index(40) {
            0 => self.wait(),
            1 => self.refused_wait(),
            2 => vec![self.far_static()],
            3 => vec![self.output()],
            4 | 5 => (1..=8).map(|_| self.initial()).collect(),
            6..=8 => self.runtime(),
            _ => vec![self.simple()],
        };
        self.size += code.len();
        // A trap and its handler are up to eight instructions.
        let cost = code.len() as u64 * 3;
        (Item::Straight(code), cost)
    }

    /// A level on a wire, and a wait until it arrives.
    fn wait(&mut self) -> Vec<Insn> {
        let output = self.rng.range(OUTPUTS.start.into()..OUTPUTS.end.into()) as i16;
        let level = self.rng.index(2);
        let op = [Wait1, Wait0][level];
        vec![
            load(1, level as i32),
            Insn::new(Out).with_a(frame(1)).with_b(literal(output)),
            Insn::new(op).with_b(literal(output + i16::from(WIRED))),
        ]
    }

    /// The same, with a pin number that the trap's handler must first provide.
    fn refused_wait(&mut self) -> Vec<Insn> {
        let mut code = self.wait();
        let pin = fixed(statics::WAIT_PIN);
        let output = i16::from(OUTPUTS.start);
        code[1] = code[1].with_b(literal(output));
        code[2] = code[2].with_b(Operand::Slot(pin));
        code.insert(0, copy(pin, fixed(statics::REFUSED)));
        code
    }

    /// A static slot beyond the reach of operands, loaded or stored.
    fn far_static(&mut self) -> Insn {
        let far = statics::FAR_VARIABLES;
        let slot = self.rng.range(far.start.into()..far.end.into()) as u16;
        if self.rng.one_in(2) {
            Insn::new(Lds).to(self.local()).with_immediate(slot.into())
        } else {
            Insn::new(Sts).with_a(self.local()).with_address(slot)
        }
    }

    /// A pin written, or a refusal.
    fn output(&mut self) -> Insn {
        let pins: Vec<i16> = OUTPUTS.chain(24..32).map(i16::from).collect();
        let pin = if self.rng.one_in(8) {
            Operand::Slot(fixed(statics::REFUSED))
        } else {
            literal(self.rng.pick(&pins))
        };
        let op = self.rng.pick(&[Out, Dir]);
        Insn::new(op).with_a(self.local()).with_b(pin)
    }

    /// A local gets a constant, unbound or not.
    pub fn initial(&mut self) -> Insn {
        let constants = statics::CONSTANTS;
        let constant = self.rng.range(constants.start.into()..constants.end.into());
        copy(self.local(), fixed(constant as u16))
    }

    /// An instruction without control flow of its own.
    fn simple(&mut self) -> Insn {
        let software = self.rng.one_in(12);
        let choices: Vec<Opcode> = ROWS
            .iter()
            .filter(|row| (row.unit == Unit::Software) == software)
            .filter(|row| row.unit != Unit::Control && row.link != LinkKind::Retry)
            .filter(|row| !matches!(row.op, Out | Dir | Lds | Sts))
            .filter(|row| !matches!(row.op, Ldl | Stf | Stl | Unwind))
            .filter(|row| row.flow == ControlFlow::Next)
            .map(|row| row.op)
            .collect();
        let op = self.rng.pick(&choices);
        if matches!(op, Putc | Pute) && !self.rng.one_in(6) {
            return self.initial();
        }
        let insn = insn(op, self.destination(), self.local(), self.operand());
        match op.row().format {
            Format::Immediate => insn.with_immediate(self.rng.range(-131_072..131_072) as i32),
            _ => insn,
        }
    }

    /// A local or a parameter.
    pub fn local(&mut self) -> Slot {
        frame(self.rng.range(1..i64::from(LOCALS) + 1) as u8)
    }

    pub fn destination(&mut self) -> Slot {
        let variables = statics::VARIABLES;
        if self.rng.one_in(6) {
            fixed(self.rng.range(variables.start.into()..variables.end.into()) as u16)
        } else {
            self.local()
        }
    }

    /// A second operand: a local, any static, or a literal.
    pub fn operand(&mut self) -> Operand {
        match self.rng.index(8) {
            0..=3 => Operand::Slot(self.local()),
            4 | 5 => literal(self.rng.pick(&[0, 1, -1, 2, 3, 7, 31, 32, 255, -256])),
            6 => literal(self.rng.range(-256..256) as i16),
            _ => Operand::Slot(fixed(self.rng.range(0..256) as u16)),
        }
    }
}
