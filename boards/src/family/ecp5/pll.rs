//! The PLL of an ECP5: the frequencies that it can make, and its primitive.

use pyxl_hdl_macros::Block;
use rust_hdl::prelude::*;

use crate::error::BoardError;

/// Dividers of an ECP5 PLL whose feedback is its own output:
/// output = input / `input_div` × `feedback_div`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Pll {
    /// CLKI_DIV.
    pub input_div: u32,
    /// CLKFB_DIV.
    pub feedback_div: u32,
    /// CLKOP_DIV: oscillator frequency / output frequency.
    pub output_div: u32,
}

/// Limits of the ECP5's PLL, MHz: phase detector and oscillator.
const DETECTOR: std::ops::RangeInclusive<f64> = 3.125..=400.0;
const OSCILLATOR: std::ops::RangeInclusive<f64> = 400.0..=800.0;

impl Pll {
    /// Dividers for `core` MHz from `input` MHz, to one part in ten thousand;
    /// the highest phase detector frequency wins, since it has the least jitter.
    pub fn solve(input: f64, core: f64) -> Result<Self, BoardError> {
        let mut nearest = f64::NAN;
        for input_div in 1..=128u32 {
            let detector = input / f64::from(input_div);
            let feedback_div = (core / detector).round().clamp(1.0, 128.0);
            let output = detector * feedback_div;
            // The oscillator in the middle of its range.
            let output_div = (600.0 / output).round().clamp(1.0, 128.0);
            if !DETECTOR.contains(&detector) || !OSCILLATOR.contains(&(output * output_div)) {
                continue;
            }
            if (output / core - 1.0).abs() <= 1e-4 {
                return Ok(Self {
                    input_div,
                    feedback_div: feedback_div as u32,
                    output_div: output_div as u32,
                });
            }
            if nearest.is_nan() || (output - core).abs() < (nearest - core).abs() {
                nearest = output;
            }
        }
        let help = if nearest.is_nan() {
            "choose a frequency from 3.125 to 400 MHz".into()
        } else {
            format!("the nearest is {nearest:.3} MHz")
        };
        Err(BoardError::new(
            "bad-frequency",
            format!("the PLL cannot make {core} MHz from {input} MHz"),
            help,
        ))
    }
}

/// The chip's PLL, primitive EHXPLLL.
#[derive(Block, Default)]
pub struct Ecp5Pll {
    /// Clock input.
    pub reference: Signal<In, Clock>,
    /// The core's clock.
    pub clock: Signal<Out, Clock>,
    /// `clock` is stable; asynchronous.
    pub locked: Signal<Out, Bit>,
    _dividers: Pll,
}

impl Ecp5Pll {
    /// A PLL with these dividers.
    pub fn new(dividers: Pll) -> Self {
        Self {
            _dividers: dividers,
            ..Default::default()
        }
    }
}

/// The primitive's declaration, as far as it is used.
const BLACK_BOX: &str = "\
(* blackbox *)
module EHXPLLL #(
    parameter CLKI_DIV = 1,
    parameter CLKFB_DIV = 1,
    parameter CLKOP_DIV = 8,
    parameter CLKOP_CPHASE = 0,
    parameter FEEDBK_PATH = \"CLKOP\"
) (
    input  wire CLKI,
    input  wire CLKFB,
    input  wire RST,
    input  wire STDBY,
    input  wire PHASESEL0,
    input  wire PHASESEL1,
    input  wire PHASEDIR,
    input  wire PHASESTEP,
    input  wire PHASELOADREG,
    input  wire PLLWAKESYNC,
    input  wire ENCLKOP,
    output wire CLKOP,
    output wire LOCK
);
endmodule";

impl Logic for Ecp5Pll {
    fn update(&mut self) {
        self.clock.next = self.reference.val();
        self.locked.next = true;
    }
    fn connect(&mut self) {
        self.clock.connect();
        self.locked.connect();
    }
    fn hdl(&self) -> Verilog {
        let Pll {
            input_div,
            feedback_div,
            output_div,
        } = self._dividers;
        let code = format!(
            "\
EHXPLLL #(
    .CLKI_DIV({input_div}),
    .CLKFB_DIV({feedback_div}),
    .CLKOP_DIV({output_div}),
    .CLKOP_CPHASE({phase}),
    .FEEDBK_PATH(\"CLKOP\")
) pll (
    .CLKI(reference),
    .CLKFB(clock),
    .CLKOP(clock),
    .LOCK(locked),
    .RST(1'b0),
    .STDBY(1'b0),
    .PHASESEL0(1'b0),
    .PHASESEL1(1'b0),
    .PHASEDIR(1'b0),
    .PHASESTEP(1'b0),
    .PHASELOADREG(1'b0),
    .PLLWAKESYNC(1'b0),
    .ENCLKOP(1'b0)
);",
            phase = output_div - 1,
        );
        Verilog::Wrapper(Wrapper {
            code,
            cores: BLACK_BOX.into(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pll_dividers_meet_the_limits() {
        for core in [25.0, 40.0, 50.0, 62.5, 75.0, 80.0, 85.0, 100.0, 125.0] {
            let pll = Pll::solve(25.0, core).unwrap();
            let detector = 25.0 / f64::from(pll.input_div);
            let output = detector * f64::from(pll.feedback_div);
            assert!((output - core).abs() < 0.01, "{core}: {pll:?}");
            assert!(DETECTOR.contains(&detector), "{core}: {pll:?}");
            assert!(
                OSCILLATOR.contains(&(output * f64::from(pll.output_div))),
                "{core}: {pll:?}"
            );
        }
    }

    #[test]
    fn an_impossible_frequency_names_the_nearest() {
        let error = Pll::solve(25.0, 77.7).unwrap_err();
        assert_eq!(error.code, "bad-frequency");
        assert_eq!(error.help, "the nearest is 78.125 MHz");
        for core in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e9] {
            assert!(Pll::solve(25.0, core).is_err(), "{core}");
        }
    }
}
