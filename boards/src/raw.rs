//! Board files exactly as they are written: strict, not yet checked.

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawBoard {
    pub name: String,
    pub description: String,
    pub pins: Vec<RawPin>,
    pub device: RawDevice,
    pub clock: RawClock,
    pub memories: RawMemories,
    pub uart: Option<RawUart>,
    pub host: Option<RawHost>,
    #[serde(default)]
    pub connectors: Vec<RawConnector>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawDevice {
    pub family: String,
    pub part: Option<String>,
    pub size: Option<String>,
    pub package: Option<String>,
    pub speed: Option<String>,
    pub block_rams: Option<u32>,
    pub block_ram_kbits: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawClock {
    pub site: Option<String>,
    pub input_mhz: f64,
    pub core_mhz: f64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawMemories {
    pub code_words: u32,
    pub heap_words: u32,
    pub frame_words: u32,
    pub control_words: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawUart {
    pub txd: Option<String>,
    pub rxd: Option<String>,
    pub baud: Option<u32>,
    pub clocks_per_bit: Option<u32>,
    pub fifo: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawHost {
    pub fifo: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawPin {
    pub name: String,
    pub site: String,
    pub pull: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct RawConnector {
    pub name: String,
    pub standard: String,
    pub sites: Vec<String>,
}
