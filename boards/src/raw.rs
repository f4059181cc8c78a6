//! Board files exactly as they are written: strict, not yet checked.

use serde::Deserialize;

use crate::error::BoardError;
use crate::pin::Site;

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

impl RawBoard {
    /// What a field of the file says, if the board's family needs it.
    pub fn required<T: Clone>(&self, value: &Option<T>, field: &str) -> Result<T, BoardError> {
        value.clone().ok_or_else(|| {
            BoardError::new(
                "missing-field",
                format!("`{field}` is missing"),
                format!("{} boards need it", self.device.family),
            )
        })
    }

    /// The site of that name, on one of the connectors.
    pub fn site(&self, name: &str, used_by: &str) -> Result<Site, BoardError> {
        let on = |c: &&RawConnector| c.sites.iter().any(|s| s == name);
        match self.connectors.iter().find(on) {
            Some(c) => Ok(Site {
                name: name.into(),
                standard: c.standard.clone(),
            }),
            None => {
                let lines = self
                    .connectors
                    .iter()
                    .map(|c| format!("{} has: {}", c.name, c.sites.join(", ")));
                Err(BoardError::new(
                    "unknown-pin",
                    format!("unknown pin `{name}` of `{used_by}` for {}", self.name),
                    lines.collect::<Vec<_>>().join("\n"),
                ))
            }
        }
    }
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
