//! Where a program's cycles go: by function, by source line, by kind of instruction, and the
//! traps by operation.
//!
//! A runtime function's cycles count for the line of the program that needed it, as well as
//! for the runtime function itself.

use crate::{Machine, Stop, World};
use pyxl_isa::{Image, Insn, Opcode};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};
use std::fmt::{self, Write};

/// What happened at one code address.
#[derive(Clone, Copy, Debug, Default)]
struct At {
    /// Instructions retired, those that trapped included.
    count: u64,
    /// Cycles from each one's first in execute to the next one's.
    cycles: u64,
    /// How many trapped.
    traps: u64,
}

/// A machine's run, counted.
#[derive(Debug)]
pub struct Recorder<'a> {
    image: &'a Image,
    /// By code address: number of its function, or `NONE`.
    function_of: Vec<u32>,
    at: Vec<At>,
    /// The cycle up to which all are counted.
    counted: u64,
    /// Cycles of runtime code by the address in the program that needed it.
    borrowed: HashMap<u16, u64>,
    /// The program's own frames: depth of the control stack and last address.
    callers: Vec<(usize, u16)>,
}

const NONE: u32 = u32::MAX;

impl<'a> Recorder<'a> {
    /// A recorder for a run of `image`.
    pub fn new(image: &'a Image) -> Recorder<'a> {
        let mut function_of = vec![NONE; 1 << 16];
        for (number, function) in (0..).zip(&image.debug.functions) {
            let code = usize::from(function.entry)..usize::from(function.end);
            function_of[code].fill(number);
        }
        Recorder {
            image,
            function_of,
            at: vec![At::default(); 1 << 16],
            counted: 0,
            borrowed: HashMap::new(),
            callers: vec![],
        }
    }

    /// Runs the machine, from its start on, for at most `limit` instructions. The first one has
    /// the cycles in which the pipeline fills.
    pub fn run(&mut self, machine: &mut Machine, world: &mut World, limit: u64) -> Stop {
        for _ in 0..limit {
            let (pc, depth) = (machine.pc(), machine.links().len());
            let retire = match machine.step(world) {
                Ok(retire) => retire,
                Err(stop) => return stop,
            };
            let cycles = machine.cycle() - self.counted;
            self.counted = machine.cycle();
            let at = &mut self.at[usize::from(pc)];
            at.count += 1;
            at.cycles += cycles;
            at.traps += u64::from(retire.trap);
            self.blame(pc, depth, cycles);
        }
        Stop::Limit
    }

    /// Finds out who of the program is responsible for an instruction.
    fn blame(&mut self, pc: u16, depth: usize, cycles: u64) {
        let own = match self.function_of[usize::from(pc)] {
            NONE => false,
            number => !self.image.debug.functions[number as usize].hidden,
        };
        let above = |(caller, _): &(usize, u16)| *caller > depth || (*caller == depth && !own);
        while self.callers.last().is_some_and(above) {
            self.callers.pop();
        }
        match self.callers.last_mut() {
            Some((at, last)) if own && *at == depth => *last = pc,
            _ if own => self.callers.push((depth, pc)),
            Some((_, caller)) => *self.borrowed.entry(*caller).or_default() += cycles,
            None => {}
        }
    }

    /// The result.
    pub fn profile(&self) -> Profile {
        let debug = &self.image.debug;
        let mut profile = Profile::default();
        let mut functions: BTreeMap<(bool, String), Share> = BTreeMap::new();
        let mut lines: BTreeMap<(u16, u32), Share> = BTreeMap::new();
        for (pc, at) in (0..=u16::MAX).zip(&self.at) {
            let borrowed = self.borrowed.get(&pc).copied().unwrap_or(0);
            if at.count == 0 && borrowed == 0 {
                continue;
            }
            profile.cycles += at.cycles;
            profile.instructions += at.count;
            let function = match self.function_of[usize::from(pc)] {
                NONE => None,
                number => Some(&debug.functions[number as usize]),
            };
            let word = self.image.code[usize::from(pc)];
            let kind = Insn::decode(word).map_or("none", |insn| insn.op.row().mnemonic);
            let kind = profile.kinds.entry(kind.into()).or_default();
            kind.count += at.count;
            kind.cycles += at.cycles;
            kind.traps += at.traps;
            let Some(function) = function else { continue };
            let mut share = Share {
                own: at.cycles,
                runtime: borrowed,
                count: 0,
            };
            if pc == function.entry + 1 {
                share.count = at.count;
            }
            let name = match function.hidden {
                true => format!(
                    "{}: {}",
                    debug.files[usize::from(function.file)].name,
                    function.name
                ),
                false => function.name.clone(),
            };
            functions
                .entry((function.hidden, name))
                .or_default()
                .add(share);
            if let Some(position) = debug.position_at(pc).filter(|_| !function.hidden) {
                share.count = 0;
                lines
                    .entry((position.file, position.line))
                    .or_default()
                    .add(share);
            }
        }
        for ((hidden, name), share) in functions {
            match hidden {
                true => profile.runtime.push((name, share)),
                false => profile.functions.push((name, share)),
            }
        }
        for ((file, line), share) in lines {
            let text = debug.source_line(file, line).unwrap_or_default().trim();
            profile.lines.push((format!("{line}: {text}"), share));
        }
        for list in [
            &mut profile.functions,
            &mut profile.runtime,
            &mut profile.lines,
        ] {
            list.sort_by_key(|(_, share)| std::cmp::Reverse(share.total()));
        }
        profile
    }
}

/// The cycles of a function or a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    /// Of its own instructions.
    pub own: u64,
    /// Of the runtime on its behalf.
    pub runtime: u64,
    /// How often a function was entered; 0 for lines.
    pub count: u64,
}

impl Share {
    fn add(&mut self, other: Share) {
        self.own += other.own;
        self.runtime += other.runtime;
        self.count += other.count;
    }

    /// All its cycles.
    pub fn total(&self) -> u64 {
        self.own + self.runtime
    }
}

/// Instructions of one kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Kind {
    /// Retired instructions.
    pub count: u64,
    /// Their cycles, redirects included.
    pub cycles: u64,
    /// How many of them trapped.
    pub traps: u64,
}

/// Where the cycles went. Lists are sorted by cycles, the largest first.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Profile {
    /// All cycles.
    pub cycles: u64,
    /// All instructions.
    pub instructions: u64,
    /// Functions of the program.
    pub functions: Vec<(String, Share)>,
    /// Lines of the program.
    pub lines: Vec<(String, Share)>,
    /// Functions of the runtime, with their files.
    pub runtime: Vec<(String, Share)>,
    /// Kinds of instructions by mnemonic.
    pub kinds: BTreeMap<String, Kind>,
}

impl Profile {
    /// Share of all cycles, in percent.
    pub fn percent(&self, cycles: u64) -> f64 {
        100.0 * cycles as f64 / self.cycles.max(1) as f64
    }

    /// Mnemonics and kinds, the most traps first.
    pub fn traps(&self) -> Vec<(&str, Kind)> {
        let kinds = self.kinds.iter().map(|(name, kind)| (name.as_str(), *kind));
        let mut traps: Vec<_> = kinds.filter(|(_, kind)| kind.traps > 0).collect();
        traps.sort_by_key(|(_, kind)| std::cmp::Reverse(kind.traps));
        traps
    }

    /// Tables for people, each with at most `rows` rows.
    pub fn tables(&self, rows: usize) -> String {
        let mut text = String::new();
        self.write(&mut text, rows)
            .expect("a string takes everything");
        text
    }

    fn write(&self, out: &mut String, rows: usize) -> fmt::Result {
        writeln!(
            out,
            "{} cycles, {} instructions",
            self.cycles, self.instructions
        )?;
        let sections = [
            ("functions of the program", &self.functions),
            ("lines of the program", &self.lines),
            ("functions of the runtime", &self.runtime),
        ];
        for (title, shares) in sections {
            if shares.is_empty() {
                continue;
            }
            writeln!(out, "\n    cycles      %  in runtime     calls  {title}")?;
            for (name, share) in shares.iter().take(rows) {
                let percent = self.percent(share.total());
                let (total, runtime, count) = (share.total(), share.runtime, share.count);
                writeln!(
                    out,
                    "{total:>10} {percent:>6.1} {runtime:>11} {count:>9}  {name}"
                )?;
            }
        }
        writeln!(
            out,
            "\n    cycles      %       count     traps  instruction"
        )?;
        let mut kinds: Vec<_> = self.kinds.iter().collect();
        kinds.sort_by_key(|(_, kind)| std::cmp::Reverse(kind.cycles));
        for (name, kind) in kinds.into_iter().take(rows) {
            let percent = self.percent(kind.cycles);
            let (cycles, count, traps) = (kind.cycles, kind.count, kind.traps);
            writeln!(
                out,
                "{cycles:>10} {percent:>6.1} {count:>11} {traps:>9}  {name}"
            )?;
        }
        let traps = self.traps();
        if !traps.is_empty() {
            writeln!(out, "\n     traps  operation")?;
        }
        for (name, kind) in traps.into_iter().take(rows) {
            let operation =
                Opcode::from_mnemonic(name).map_or_else(String::new, |op| op.row().operation());
            writeln!(out, "{:>10}  {name:<8} {operation}", kind.traps)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use pyxl_isa::MachineConfig;

    /// Ten calls, each followed by an addition that traps.
    const PROGRAM: &str = "\
.vector add, tjmp sum
.func boot, 0, 4
    setfp 0
    calld $0, main
    halt 0
.func main, 0, 8
    ldi $1, 0
again:
    calld $4, double
    add $2, $3, 2
    iadd $1, $1, 1
    jlt $1, 10, again
    ret 0
.func double, 0, 4
    ret 4
.func sum, 0, 4, runtime
    ldi $1, 3
    imul $1, $1, $1
    ret $1
";

    /// The profile, and the cycles that the machine took.
    fn profile() -> (Profile, u64) {
        let image = pyxl_isa::asm::assemble("double.pysm", PROGRAM).expect("it assembles");
        let config = MachineConfig::SIM;
        let mut machine = Machine::new(&image, config).expect("it fits");
        let mut world = World::new(&config);
        let mut recorder = Recorder::new(&image);
        let stop = recorder.run(&mut machine, &mut world, 1_000_000);
        assert_eq!(stop, Stop::Halt(0));
        (recorder.profile(), machine.cycle())
    }

    #[test]
    fn nothing_is_lost() {
        let (profile, cycles) = profile();
        assert_eq!(profile.cycles, cycles);
        let kinds: u64 = profile.kinds.values().map(|kind| kind.cycles).sum();
        assert_eq!(kinds, profile.cycles);
    }

    #[test]
    fn calls_are_counted_and_the_runtime_is_charged_to_the_line() {
        let (profile, _) = profile();
        let double = profile.functions.iter().find(|(name, _)| name == "double");
        assert_eq!(double.expect("it ran").1.count, 10);
        let mut lines = profile.lines.iter();
        let add = lines.find(|(line, _)| line.starts_with("10: add"));
        let add = add.expect("the line ran").1;
        let runtime: u64 = profile.runtime.iter().map(|(_, share)| share.own).sum();
        let vector = profile.kinds["tjmp"].cycles;
        assert_eq!(add.runtime, runtime + vector);
        assert!(add.runtime > add.own);
        assert_eq!(profile.traps(), [("add", profile.kinds["add"])]);
        assert_eq!(profile.kinds["add"].traps, 10);
    }
}
