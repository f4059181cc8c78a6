use pyxl_core::ram::Storage;
use rust_hdl::prelude::*;
fn main() {
    let s = Storage {
        sliced: true,
        image: None,
    };
    let images = pyxl_core::Images {
        code: s.clone(),
        frame: s.clone(),
        heap: s.clone(),
    };
    let code: u32 = std::env::args()
        .nth(1)
        .map_or(16384, |a| a.parse().unwrap());
    let heap: u32 = std::env::args()
        .nth(2)
        .map_or(32768, |a| a.parse().unwrap());
    let mut core = pyxl_core::Core::new(
        &pyxl_isa::MachineConfig {
            code_words: code,
            heap_words: heap,
            frame_words: 2048,
            ..pyxl_isa::MachineConfig::SIM
        },
        &images,
    );
    core.connect_all();
    std::fs::create_dir_all("/tmp/emit").unwrap();
    match pyxl_hdl::emit(&core, "core") {
        Ok(files) => {
            for f in files {
                std::fs::write(format!("/tmp/emit/{}", f.name), f.text).unwrap();
                println!("{}", f.name);
            }
        }
        Err(e) => println!("ERROR {e}"),
    }
}
