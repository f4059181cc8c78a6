//! Installs the external tools and shows their versions: `cargo run -p pyxl-tools`.

use std::path::Path;
use std::process::{Command, ExitCode};

use pyxl_tools::{run, ToolError, Toolbox};

fn main() -> ExitCode {
    match versions() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn versions() -> Result<(), ToolError> {
    let toolbox = Toolbox::locate()?;
    let here = Path::new(".");
    let show = |name: &str, command: &mut Command| {
        let log = toolbox.directory().join(format!("{name}.version.log"));
        let text = run(command, name, &log)?;
        println!("{name:14}{}", text.lines().next().unwrap_or("says nothing"));
        Ok::<(), ToolError>(())
    };
    show("verilator", toolbox.verilator()?.arg("--version"))?;
    show("yosys", toolbox.yosys(here)?.arg("--version"))?;
    show("nextpnr-ecp5", toolbox.nextpnr_ecp5(here)?.arg("--version"))?;
    show("ecppack", toolbox.ecppack(here)?.arg("--version"))?;
    match toolbox.iverilog()? {
        Some(mut iverilog) => show("iverilog", iverilog.arg("-V"))?,
        None => println!(
            "{:14}not installed (Debian: apt-get install iverilog)",
            "iverilog"
        ),
    }
    Ok(())
}
