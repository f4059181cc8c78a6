//! From a board file to a [`Board`]: every rule that a file must meet.

use std::collections::BTreeMap;

use pyxl_core::ram::Storage;
use pyxl_core::types::{ReturnLink, Word};
use pyxl_isa::config::{DEPTH_BITS, FRAME_BITS};
use pyxl_isa::layout::{CONTROL_RESERVE, FRAME_RESERVE};
use pyxl_isa::MachineConfig;
use rust_hdl::prelude::Synth;

use crate::board::Board;
use crate::error::BoardError;
use crate::family::{self, Chip};
use crate::pin::{Pin, Pull};
use crate::raw::{RawBoard, RawMemories, RawUart};

/// Reads a board file. `core_mhz` replaces the file's frequency.
///
/// # Errors
/// The file is no TOML, has an unknown field, or breaks a rule.
pub fn parse(text: &str, core_mhz: Option<f64>) -> Result<Board, BoardError> {
    let raw: RawBoard = toml::from_str(text)
        .map_err(|e| BoardError::new("bad-file", e.to_string().trim_end(), ""))?;
    let core_mhz = core_mhz.unwrap_or(raw.clock.core_mhz);
    for mhz in [core_mhz, raw.clock.input_mhz] {
        if !(1.0..=1000.0).contains(&mhz) {
            let help = "frequencies are in MHz, from 1 to 1000";
            return Err(BoardError::new(
                "bad-frequency",
                format!("a frequency of {mhz} MHz"),
                help,
            ));
        }
    }
    let chip = family::parse(&raw, core_mhz)?;
    let config = config(&raw, core_mhz)?;
    one_bank(&*chip, &config)?;
    let block_rams = budget(&raw, &*chip, &config)?;
    let pins = pins(&raw, &*chip)?;
    Ok(Board {
        name: raw.name,
        description: raw.description,
        chip,
        input_mhz: raw.clock.input_mhz,
        core_mhz,
        config,
        pins,
        block_rams,
    })
}

fn config(raw: &RawBoard, core_mhz: f64) -> Result<MachineConfig, BoardError> {
    let RawMemories {
        code_words,
        heap_words,
        frame_words,
        control_words,
    } = raw.memories;
    // The upper limits are the widths of the core's addresses.
    let power = |field: &str, value: u32, low: u32, high: u32| match value {
        _ if value.is_power_of_two() && (low..=high).contains(&value) => Ok(value),
        _ => Err(BoardError::new(
            "bad-size",
            format!("{field} = {value}"),
            format!("a power of two from {low} to {high}"),
        )),
    };
    let (fifo, clocks_per_bit) = match (&raw.uart, &raw.host) {
        (Some(uart), None) => (uart.fifo, clocks_per_bit(uart, core_mhz)?),
        // No UART: the value has no effect.
        (None, Some(host)) => (host.fifo, 2),
        _ => {
            let help = "a board has either [uart] or [host]";
            return Err(BoardError::new(
                "bad-console",
                "which console does the board have?",
                help,
            ));
        }
    };
    Ok(MachineConfig {
        code_words: power("memories.code_words", code_words, 512, 1 << 16)?,
        heap_words: power("memories.heap_words", heap_words, 512, 1 << 16)?,
        frame_words: power(
            "memories.frame_words",
            frame_words,
            2 * FRAME_RESERVE,
            1 << FRAME_BITS,
        )?,
        control_words: power(
            "memories.control_words",
            control_words,
            2 * CONTROL_RESERVE,
            1 << DEPTH_BITS,
        )?,
        uart_fifo: power("fifo", fifo, 2, 256)?,
        clocks_per_bit,
        clock_hz: (core_mhz * 1e6).round() as u32,
    })
}

fn clocks_per_bit(uart: &RawUart, core_mhz: f64) -> Result<u32, BoardError> {
    let bad = |message: String, help: &str| Err(BoardError::new("bad-baud", message, help));
    match (uart.clocks_per_bit, uart.baud) {
        (Some(n), None) if (2..=65536).contains(&n) => Ok(n),
        (Some(n), None) => bad(format!("uart.clocks_per_bit = {n}"), "2 to 65536"),
        (None, Some(baud)) => {
            let exact = core_mhz * 1e6 / f64::from(baud.max(1));
            let error = (exact.round() / exact - 1.0).abs();
            if (2.0..=65536.0).contains(&exact.round()) && error <= 0.02 {
                return Ok(exact.round() as u32);
            }
            let help = "clock cycles per bit, rounded, must be within 2 % and from 2 to 65536";
            bad(
                format!("{baud} baud is {exact:.2} cycles of {core_mhz} MHz"),
                help,
            )
        }
        _ => bad(
            "how fast is the UART?".into(),
            "give either uart.baud or uart.clocks_per_bit",
        ),
    }
}

/// Block RAMs of 18 Kbit for a memory of 36-bit words: one for each slice of up to 16,384 words.
fn blocks(storage: &Storage, words: u32) -> u32 {
    let slices = storage.slices(words as usize, Word::BITS);
    slices.iter().map(|s| s.words.div_ceil(16384) as u32).sum()
}

/// Code and frames come from one bank: a multiplexer behind deep ones would be in the way of the
/// next instruction.
fn one_bank(chip: &dyn Chip, config: &MachineConfig) -> Result<(), BoardError> {
    let Some(deepest) = chip.deepest_block() else {
        return Ok(());
    };
    for (field, words) in [
        ("memories.code_words", config.code_words),
        ("memories.frame_words", config.frame_words),
    ] {
        if words as usize > deepest {
            return Err(BoardError::new(
                "bad-size",
                format!("{field} = {words}"),
                format!("at most {deepest}, the depth of this family's block RAMs"),
            ));
        }
    }
    Ok(())
}

fn budget(
    raw: &RawBoard,
    chip: &dyn Chip,
    config: &MachineConfig,
) -> Result<(u32, u32), BoardError> {
    if chip.deepest_block().is_none() {
        return Ok((0, 0));
    }
    let have = raw.required(&raw.device.block_rams, "device.block_rams")?;
    let kbits = raw.required(&raw.device.block_ram_kbits, "device.block_ram_kbits")?;
    let have = have * kbits / 18;
    let storage = chip.images(false);
    // The control stack is not sliced: 1024 links of up to 18 bits a block.
    let links = ReturnLink::BITS.div_ceil(18) as u32 * config.control_words.div_ceil(1024);
    let parts = [
        ("code", blocks(&storage.code, config.code_words)),
        ("heap", blocks(&storage.heap, config.heap_words)),
        // A copy for each read port: two operands and `ldf`, returns and `ldl`.
        (
            "frame store",
            3 * blocks(&storage.frame, config.frame_words),
        ),
        ("control stack", 2 * links),
    ];
    let need = parts.iter().map(|(_, n)| n).sum();
    if need > have {
        let parts: Vec<_> = parts
            .iter()
            .map(|(name, n)| format!("{name} {n}"))
            .collect();
        let message =
            format!("the memories need {need} block RAMs of 18 Kbit, the chip has {have}");
        return Err(BoardError::new("over-budget", message, parts.join(", ")));
    }
    Ok((need, have))
}

fn pins(raw: &RawBoard, chip: &dyn Chip) -> Result<Vec<Pin>, BoardError> {
    let wanted = chip.pins();
    if raw.pins.len() != wanted {
        let message = format!("{} pins in `pins`", raw.pins.len());
        let help = format!("a {} board names {wanted}", raw.device.family);
        return Err(BoardError::new("bad-pins", message, help));
    }
    let mut used = BTreeMap::new();
    let mut claim = |site: &str, by: &str| match used.insert(site.to_owned(), by.to_owned()) {
        None => Ok(()),
        Some(first) => Err(BoardError::new(
            "pin-used-twice",
            format!("pin `{site}` is used by `{first}` and `{by}`"),
            "",
        )),
    };
    for (key, site) in chip.sites() {
        claim(&site.name, key)?;
    }
    let mut names = BTreeMap::new();
    raw.pins
        .iter()
        .enumerate()
        .map(|(number, pin)| {
            claim(&pin.site, &pin.name)?;
            if let Some(first) = names.insert(&pin.name, number) {
                let message = format!("pins {first} and {number} are both called `{}`", pin.name);
                return Err(BoardError::new("pin-used-twice", message, ""));
            }
            let pull = match pin.pull.as_deref() {
                None | Some("none") => Pull::None,
                Some("up") => Pull::Up,
                Some("down") => Pull::Down,
                Some(other) => {
                    let message = format!("pull = \"{other}\" of `{}`", pin.name);
                    return Err(BoardError::new("bad-pull", message, "up, down or none"));
                }
            };
            Ok(Pin {
                name: pin.name.clone(),
                site: raw.site(&pin.site, &pin.name)?,
                pull,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests;
