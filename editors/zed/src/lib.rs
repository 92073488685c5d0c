//! Tells Zed how to start presscheck.

use zed_extension_api::{self as zed, LanguageServerId, Result, Worktree, settings::LspSettings};

const SERVER: &str = "presscheck";

struct Presscheck;

impl zed::Extension for Presscheck {
    fn new() -> Self {
        Self
    }

    fn language_server_command(
        &mut self,
        _server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<zed::Command> {
        let set = LspSettings::for_worktree(SERVER, worktree)?.binary.and_then(|it| it.path);
        let command = set.or_else(|| worktree.which(SERVER)).ok_or(
            "presscheck is not on PATH: install it with `cargo install --locked --path server/cli`, or name it under lsp.presscheck.binary.path in Zed's settings",
        )?;
        Ok(zed::Command { command, args: vec!["lsp".into()], env: worktree.shell_env() })
    }

    fn language_server_workspace_configuration(
        &mut self,
        _server: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        Ok(LspSettings::for_worktree(SERVER, worktree)?.settings)
    }
}

zed::register_extension!(Presscheck);
