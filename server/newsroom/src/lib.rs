//! A newsroom: a folder of articles with its `presscheck.toml`, checked.
//!
//! In: a path. Out: [`Checked`] articles. This is the one engine behind the editor and the command
//! line, so that both find the same things: it finds the configuration, reads the folder's files
//! into the corpus, and takes an article through every room. Knows nothing of protocols.

mod addition;
mod checked;
mod config;
mod config_edit;
mod config_file;
mod folder;
mod guard;
mod ignore_file;
mod ignored;
mod locate;
mod on_disk;
mod reader;
mod sidecar;
mod walk;
mod write;

pub use addition::{Added, FEEDS, Filed};
pub use checked::Checked;
pub use config::{Annotations, Config, ConfigProblem};
pub use config_file::{CONFIG_FILE, PROFILES, SEVERITIES, TOP_KEYS, parse as parse_config};
pub use folder::{Newsroom, Progress, Skipped};
pub use guard::guarded;
pub use ignore_file::{IGNORE_FILE, IgnoreEntry, IgnoreFile};
pub use on_disk::OnDisk;
pub use write::write_whole;
