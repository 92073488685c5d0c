//! One program a target, all from this file: the target is the one with the program's name.
#![no_main]
#![allow(missing_docs)]

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    for (name, target) in targets::ALL {
        if name == env!("CARGO_BIN_NAME") {
            target(data);
        }
    }
});
