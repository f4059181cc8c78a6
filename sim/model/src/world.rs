//! What surrounds the core: pins, wires between them, and the console.

use super::console::Console;
use pyxl_isa::MachineConfig;
use std::collections::VecDeque;

/// Pins of a machine; an instruction uses the lower bits of its pin number.
pub const PINS: u32 = 32;

/// From the cycle in which `out` executes to the first cycle with the new level at the pad.
const OUTPUT_DELAY: u64 = 2;
/// From a level at the pad to its visibility in execute: two flip-flops.
const INPUT_DELAY: u64 = 2;

/// A level that something outside applies to a pin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PinEvent {
    /// First cycle with this level at the pad.
    pub cycle: u64,
    /// Pin number, below [`PINS`].
    pub pin: u8,
    /// The level.
    pub level: bool,
}

/// A wire on the simulated board: `input` sees what is at `output`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wire {
    /// The pin that the wire begins at.
    pub output: u8,
    /// The pin that it ends at.
    pub input: u8,
}

impl std::str::FromStr for Wire {
    type Err = WireError;

    /// `OUT:IN`, two pin numbers.
    fn from_str(text: &str) -> Result<Wire, WireError> {
        let pin = |text: &str| text.parse().ok().filter(|pin| u32::from(*pin) < PINS);
        text.split_once(':')
            .and_then(|(output, input)| {
                Some(Wire {
                    output: pin(output)?,
                    input: pin(input)?,
                })
            })
            .ok_or_else(|| WireError(text.to_owned()))
    }
}

/// A text that names no wire.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no wire; write OUT:IN with two pin numbers, 0 to 31")]
pub struct WireError(String);

/// The pins: registers of the core, levels that it sees, and the wires between pads.
///
/// Levels are kept as the core sees them, that is later than at the pad by the
/// synchroniser's delay.
#[derive(Clone, Debug, Default)]
pub struct Pins {
    out: u32,
    enable: u32,
    pending: VecDeque<(u64, u32, u32)>,
    events: VecDeque<PinEvent>,
    wires: Vec<Wire>,
    seen_out: u32,
    seen_enable: u32,
    seen_external: u32,
    levels: u32,
}

impl Pins {
    /// Output levels and output enables as last written by the core.
    pub fn driven(&self) -> (u32, u32) {
        (self.out, self.enable)
    }

    /// `out` in cycle `now`: sets the level and drives the pin.
    pub fn write(&mut self, now: u64, pin: u32, level: bool) {
        let bit = 1 << (pin % PINS);
        self.out = self.out & !bit | if level { bit } else { 0 };
        self.enable |= bit;
        self.push(now);
    }

    /// `dir` in cycle `now`.
    pub fn drive(&mut self, now: u64, pin: u32, drive: bool) {
        let bit = 1 << (pin % PINS);
        self.enable = self.enable & !bit | if drive { bit } else { 0 };
        self.push(now);
    }

    fn push(&mut self, now: u64) {
        let visible = now + OUTPUT_DELAY + INPUT_DELAY;
        self.pending.push_back((visible, self.out, self.enable));
    }

    /// The level that execute sees in cycle `now`, which never decreases between calls.
    pub fn level(&mut self, now: u64, pin: u32) -> bool {
        if self.next_change().is_some_and(|cycle| cycle <= now) {
            self.advance(now);
        }
        self.levels >> (pin % PINS) & 1 == 1
    }

    /// First cycle from `now` on in which the pin has `level`; `None` if nothing
    /// that is known now ever changes it.
    pub fn wait(&mut self, now: u64, pin: u32, level: bool) -> Option<u64> {
        let mut cycle = now;
        while self.level(cycle, pin) != level {
            cycle = self.next_change()?;
        }
        Some(cycle)
    }

    fn next_change(&self) -> Option<u64> {
        let written = self.pending.front().map(|change| change.0);
        let applied = self.events.front().map(|event| event.cycle + INPUT_DELAY);
        match (written, applied) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        }
    }

    fn advance(&mut self, now: u64) {
        while let Some(&(cycle, out, enable)) = self.pending.front() {
            if cycle > now {
                break;
            }
            (self.seen_out, self.seen_enable) = (out, enable);
            self.pending.pop_front();
        }
        while let Some(&event) = self.events.front() {
            if event.cycle + INPUT_DELAY > now {
                break;
            }
            let bit = 1 << (u32::from(event.pin) % PINS);
            self.seen_external = self.seen_external & !bit | if event.level { bit } else { 0 };
            self.events.pop_front();
        }
        let pads = self.seen_out & self.seen_enable | self.seen_external & !self.seen_enable;
        self.levels = pads;
        for wire in &self.wires {
            let to = 1 << wire.input;
            if self.seen_enable & to == 0 {
                let level = pads >> wire.output & 1;
                self.levels = self.levels & !to | level << wire.input;
            }
        }
    }
}

/// Everything outside of the core and its memories.
#[derive(Clone, Debug)]
pub struct World {
    /// The pins.
    pub pins: Pins,
    /// The standard streams.
    pub console: Console,
}

impl World {
    /// A board without wires and input, on which nothing happens by itself.
    pub fn new(config: &MachineConfig) -> World {
        World {
            pins: Pins::default(),
            console: Console::new(config),
        }
    }

    /// With wires between pins.
    pub fn with_wires(mut self, wires: &[Wire]) -> World {
        self.pins.wires = wires.to_vec();
        self
    }

    /// With all of the program's standard input.
    pub fn with_input(mut self, input: &[u8]) -> World {
        self.console.input = input.iter().copied().collect();
        self
    }

    /// With events at pins, in any order.
    pub fn with_events(mut self, events: &[PinEvent]) -> World {
        let mut events = events.to_vec();
        events.sort_by_key(|event| event.cycle);
        self.pins.events = events.into();
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> World {
        World::new(&MachineConfig::SIM)
    }

    #[test]
    fn a_loopback_takes_four_cycles() {
        let wire = "3:4".parse().unwrap();
        let mut pins = world().with_wires(&[wire]).pins;
        pins.write(10, 3, true);
        assert!(!pins.level(13, 4));
        assert!(pins.level(14, 4));
        assert!(pins.level(14, 3), "an output reads itself back");
    }

    #[test]
    fn a_wait_ends_at_the_event_or_never() {
        let mut pins = world()
            .with_events(&[PinEvent {
                cycle: 100,
                pin: 7,
                level: true,
            }])
            .pins;
        assert_eq!(pins.wait(5, 7, true), Some(102));
        assert_eq!(pins.wait(103, 7, false), None);
    }

    #[test]
    fn an_input_is_not_driven() {
        let mut pins = world().pins;
        pins.write(0, 1, true);
        pins.drive(1, 1, false);
        assert!(pins.level(4, 1));
        assert!(!pins.level(5, 1));
        assert_eq!(pins.driven(), (2, 0));
    }

    #[test]
    fn wires_are_checked() {
        for text in ["", "1", "1:", "1:32", "a:b", "1:2:3"] {
            assert!(text.parse::<Wire>().is_err(), "{text}");
        }
    }
}
