# presscheck in Kakoune, by kak-lsp 18 or newer: source this file in kakrc after kak-lsp.

hook -group lsp-filetype-presscheck global BufSetOption filetype=(?:markdown|plain) %{
    set-option buffer lsp_servers %{
        [presscheck]
        root_globs = ["presscheck.toml", ".git"]
        command = "presscheck"
        args = ["lsp"]
    }
}
hook -group presscheck global WinSetOption filetype=(?:markdown|plain) lsp-enable-window
hook -group presscheck global BufCreate .*[.]txt %{ set-option buffer filetype plain }
