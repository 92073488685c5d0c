---@brief
---
--- presscheck, a language server for news copy: claims that nobody is named for, claims that other
--- outlets report differently, quotes and who said them.
---
--- The command `presscheck` must be on `$PATH`. A newsroom is the folder that holds
--- `presscheck.toml`, or the repository; an article outside both is compared with those in its own
--- folder.

---@type vim.lsp.Config
return {
  cmd = { 'presscheck', 'lsp' },
  filetypes = { 'markdown', 'text' },
  -- Hovers in lines that fit: of Markdown, links that are concealed would break them anywhere.
  capabilities = { textDocument = { hover = { contentFormat = { 'plaintext' } } } },
  root_dir = function(bufnr, on_dir)
    local file = vim.api.nvim_buf_get_name(bufnr)
    local folder = file ~= '' and vim.fs.dirname(file) or nil
    on_dir(vim.fs.root(bufnr, { 'presscheck.toml', '.git' }) or folder)
  end,
}
