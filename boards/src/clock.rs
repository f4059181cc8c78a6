//! Frequencies that a chip can make.

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

/// Dividers of FCLK_CLK0 on a Zynq-7000: two of six bits each, after one another.
pub fn fclk_dividers(pll: f64, core: f64) -> Result<(u32, u32), BoardError> {
    let make = |&(a, b): &(u32, u32)| pll / f64::from(a * b);
    let all = (1..64).flat_map(|a| (1..=a).map(move |b| (a, b)));
    let best = all.min_by(|x, y| (make(x) - core).abs().total_cmp(&(make(y) - core).abs()));
    match best {
        Some(found) if (make(&found) / core - 1.0).abs() <= 1e-4 => Ok(found),
        found => Err(BoardError::new(
            "bad-frequency",
            format!("the processing system cannot make {core} MHz from {pll} MHz"),
            found
                .map(|f| format!("the nearest is {:.3} MHz", make(&f)))
                .unwrap_or_default(),
        )),
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

    #[test]
    fn fclk() {
        assert_eq!(fclk_dividers(1000.0, 100.0).unwrap(), (5, 2));
        assert_eq!(fclk_dividers(1000.0, 125.0).unwrap(), (4, 2));
        assert_eq!(
            fclk_dividers(1000.0, 101.0).unwrap_err().help,
            "the nearest is 100.000 MHz"
        );
        assert!(fclk_dividers(1000.0, f64::NAN).is_err());
    }
}
