//! Random sequences of statements: what rust-hdl's simulation makes of the order of assignments
//! is what the Verilog does, or the program is refused.

use pyxl_hdl::cosim::{Rng, Suite};
use pyxl_hdl::{emit, Problem};
use rust_hdl::prelude::ast::*;
use rust_hdl::prelude::*;

/// Most random programs have loops; so many are needed that have none.
const ACCEPTED: usize = 120;
const TRIED: u64 = 4000;
const VECTORS: usize = 200;
const LOCALS: usize = 6;

#[derive(Clone, Debug)]
enum Operand {
    Input(usize),
    Local(usize),
    /// What a child's input or output has.
    ChildInput,
    ChildOutput,
    Constant(u64),
}

#[derive(Clone, Debug)]
enum Value {
    Plain(Operand),
    Sum(Operand, Operand),
    Difference(Operand, Operand),
    Xor(Operand, Operand),
    Inverted(Operand),
    /// Bits of a sum, which have to get a name.
    Middle(Operand, Operand),
}

#[derive(Clone, Debug)]
enum Step {
    Assign(Target, Value),
    If(Operand, usize, Vec<Step>, Vec<Step>),
    Match(Operand, Vec<(u64, Vec<Step>)>, Vec<Step>),
}

#[derive(Clone, Copy, Debug)]
enum Target {
    Local(usize),
    Output,
    ChildInput,
}

/// Passes a value on, so that a path leads through another module.
#[derive(LogicBlock, Default)]
struct Inverter {
    pub x: Signal<In, Bits<8>>,
    pub y: Signal<Out, Bits<8>>,
}

impl Logic for Inverter {
    #[hdl_gen]
    fn update(&mut self) {
        self.y.next = !self.x.val();
    }
}

/// Executes its program, and prints it.
#[derive(LogicBlock, Default)]
struct Machine {
    pub inputs: [Signal<In, Bits<8>>; 3],
    pub result: Signal<Out, Bits<8>>,
    pub shown: [Signal<Out, Bits<8>>; LOCALS],
    locals: [Signal<Local, Bits<8>>; LOCALS],
    child: Inverter,
    _program: Vec<Step>,
}

impl Machine {
    fn operand(&self, operand: &Operand) -> Bits<8> {
        match operand {
            Operand::Input(n) => self.inputs[*n].val(),
            Operand::Local(n) => self.locals[*n].val(),
            Operand::ChildInput => self.child.x.val(),
            Operand::ChildOutput => self.child.y.val(),
            Operand::Constant(value) => (*value).into(),
        }
    }

    fn value(&self, value: &Value) -> Bits<8> {
        let read = |operand| self.operand(operand);
        match value {
            Value::Plain(a) => read(a),
            Value::Sum(a, b) => read(a) + read(b),
            Value::Difference(a, b) => read(a) - read(b),
            Value::Xor(a, b) => read(a) ^ read(b),
            Value::Inverted(a) => !read(a),
            Value::Middle(a, b) => bit_cast::<8, 4>((read(a) + read(b)).get_bits::<4>(3)),
        }
    }

    fn run(&mut self, steps: &[Step]) {
        for step in steps {
            match step {
                Step::Assign(target, value) => {
                    let value = self.value(value);
                    match target {
                        Target::Local(n) => self.locals[*n].next = value,
                        Target::Output => self.result.next = value,
                        Target::ChildInput => self.child.x.next = value,
                    }
                }
                Step::If(operand, bit, then, otherwise) => {
                    let taken = self.operand(operand).get_bit(*bit);
                    self.run(if taken { then } else { otherwise });
                }
                Step::Match(operand, arms, default) => {
                    let value = self.operand(operand);
                    let arm = arms.iter().find(|(label, _)| value == *label);
                    self.run(arm.map_or(default, |(_, body)| body));
                }
            }
        }
    }
}

impl Logic for Machine {
    fn update(&mut self) {
        let program = std::mem::take(&mut self._program);
        self.run(&program);
        self._program = program;
        for n in 0..LOCALS {
            self.shown[n].next = self.locals[n].val();
        }
    }

    fn hdl(&self) -> Verilog {
        let mut block = statements(&self._program);
        for n in 0..LOCALS {
            let read = VerilogExpression::Signal(format!("locals[{n}]"));
            block.push(VerilogStatement::Assignment(
                VerilogExpression::Signal(format!("shown[{n}]$next")),
                read,
            ));
        }
        Verilog::Combinatorial(block)
    }
}

fn operand(operand: &Operand) -> VerilogExpression {
    match operand {
        Operand::Input(n) => VerilogExpression::Signal(format!("inputs[{n}]")),
        Operand::Local(n) => VerilogExpression::Signal(format!("locals[{n}]")),
        Operand::ChildInput => VerilogExpression::Signal("child$x".into()),
        Operand::ChildOutput => VerilogExpression::Signal("child$y".into()),
        Operand::Constant(value) => {
            VerilogExpression::Cast(Box::new(VerilogExpression::Literal((*value).into())), 8)
        }
    }
}

fn value(value: &Value) -> VerilogExpression {
    let binary =
        |a, op, b| VerilogExpression::Binary(Box::new(operand(a)), op, Box::new(operand(b)));
    match value {
        Value::Plain(a) => operand(a),
        Value::Sum(a, b) => binary(a, VerilogOp::Add, b),
        Value::Difference(a, b) => binary(a, VerilogOp::Sub, b),
        Value::Xor(a, b) => binary(a, VerilogOp::BitXor, b),
        Value::Inverted(a) => VerilogExpression::Unary(VerilogOpUnary::Not, Box::new(operand(a))),
        Value::Middle(a, b) => {
            let sum = Box::new(VerilogExpression::Paren(Box::new(binary(
                a,
                VerilogOp::Add,
                b,
            ))));
            let slice =
                VerilogExpression::Slice(sum, 4, Box::new(VerilogExpression::Literal(3i32.into())));
            VerilogExpression::Cast(Box::new(slice), 8)
        }
    }
}

fn statements(steps: &[Step]) -> Vec<VerilogStatement> {
    let one = |step: &Step| match step {
        Step::Assign(target, assigned) => {
            let name = match target {
                Target::Local(n) => format!("locals[{n}]$next"),
                Target::Output => "result$next".into(),
                Target::ChildInput => "child$x$next".into(),
            };
            VerilogStatement::Assignment(VerilogExpression::Signal(name), value(assigned))
        }
        Step::If(test, bit, then, otherwise) => VerilogStatement::If(VerilogConditional {
            test: VerilogExpression::Index(
                Box::new(operand(test)),
                Box::new(VerilogExpression::Literal((*bit as u64).into())),
            ),
            then: statements(then),
            otherwise: VerilogBlockOrConditional::Block(statements(otherwise)),
        }),
        Step::Match(test, arms, default) => {
            let case = |condition: String, body: &[Step]| VerilogCase {
                condition,
                block: statements(body),
            };
            let mut cases: Vec<_> = arms
                .iter()
                .map(|(label, body)| case(label.to_string(), body))
                .collect();
            cases.push(case("default".into(), default));
            VerilogStatement::Match(VerilogMatch {
                test: operand(test),
                cases,
            })
        }
    };
    steps.iter().map(one).collect()
}

fn random_operand(rng: &mut Rng) -> Operand {
    match rng.below(12) {
        0..=3 => Operand::Input(rng.below(3) as usize),
        4..=8 => Operand::Local(rng.below(LOCALS as u64) as usize),
        9 => Operand::ChildOutput,
        10 => Operand::ChildInput,
        _ => Operand::Constant(rng.below(256)),
    }
}

fn random_value(rng: &mut Rng) -> Value {
    let (a, b) = (random_operand(rng), random_operand(rng));
    match rng.below(7) {
        0 | 1 => Value::Plain(a),
        2 => Value::Sum(a, b),
        3 => Value::Difference(a, b),
        4 => Value::Xor(a, b),
        5 => Value::Inverted(a),
        _ => Value::Middle(a, b),
    }
}

fn random_steps(rng: &mut Rng, depth: u64) -> Vec<Step> {
    let step = |rng: &mut Rng| match rng.below(if depth == 0 { 6 } else { 9 }) {
        0..=4 => Step::Assign(
            Target::Local(rng.below(LOCALS as u64) as usize),
            random_value(rng),
        ),
        5 => Step::Assign(
            rng.pick(&[Target::Output, Target::ChildInput]),
            random_value(rng),
        ),
        6 | 7 => {
            let (test, bit) = (random_operand(rng), rng.below(8) as usize);
            Step::If(
                test,
                bit,
                random_steps(rng, depth - 1),
                random_steps(rng, depth - 1),
            )
        }
        _ => {
            let arms = (0..1 + rng.below(3))
                .map(|label| (label * 85, random_steps(rng, depth - 1)))
                .collect();
            Step::Match(random_operand(rng), arms, random_steps(rng, depth - 1))
        }
    };
    (0..rng.below(4)).map(|_| step(rng)).collect()
}

/// Defaults in a random order and place, with other statements before, between and after them.
fn random_program(rng: &mut Rng) -> Vec<Step> {
    let mut targets: Vec<_> = (0..LOCALS)
        .map(Target::Local)
        .chain([Target::Output, Target::ChildInput])
        .collect();
    let mut program = vec![];
    while !targets.is_empty() {
        let target = targets.swap_remove(rng.below(targets.len() as u64) as usize);
        program.push(Step::Assign(target, random_value(rng)));
        if rng.one_in(4) {
            program.extend(random_steps(rng, 2));
        }
    }
    program.extend(random_steps(rng, 2));
    program
}

#[test]
fn random_programs_agree_or_are_refused() {
    let mut rng = Rng::new(2026);
    let mut suite = Suite::new();
    let mut accepted = 0;
    for number in 0..TRIED {
        if accepted == ACCEPTED {
            break;
        }
        let program = random_program(&mut rng);
        let machine = Machine {
            _program: program.clone(),
            ..Default::default()
        };
        let name = format!("program_{number}");
        match emit(&machine, &name) {
            Err(error) => assert!(
                matches!(error.problem, Problem::Loop(_) | Problem::PartialRead(_)),
                "{error}\n{program:#?}"
            ),
            Ok(_) => {
                accepted += 1;
                suite = suite.combinational(machine, &name, number, VECTORS, |b, rng, _| {
                    for input in &mut b.inputs {
                        input.next = rng.bits(8).into();
                    }
                });
            }
        }
    }
    assert_eq!(accepted, ACCEPTED);
    suite.run().unwrap_or_else(|error| panic!("{error}"));
}
