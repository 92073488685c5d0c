---@brief
---
--- presscheck, a language server for news copy: claims that nobody is named for, claims that other
--- outlets report differently, quotes and who said them.
---
--- The command `presscheck` must be on `$PATH`. A newsroom is the folder that holds
--- `presscheck.toml`; an article outside any newsroom is checked on its own.

---@type vim.lsp.Config
return {
  cmd = { 'presscheck', 'lsp' },
  filetypes = { 'markdown', 'text' },
  root_markers = { 'presscheck.toml', '.git' },
}
