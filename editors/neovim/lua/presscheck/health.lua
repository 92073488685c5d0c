--- `:checkhealth presscheck`: is the editor new enough, is the server there, is it serving this file?
local M = {}

---@param cmd string[]
---@return string? version what `presscheck --version` prints
---@return string? problem why it could not be run
local function version(cmd)
  local ok, run = pcall(vim.system, { cmd[1], '--version' }, { text = true })
  if not ok then
    return nil, run
  end
  local result = run:wait(5000)
  local text = vim.trim(result.stdout or '')
  if result.code == 0 and vim.startswith(text, 'presscheck ') then
    return text
  end
  return nil, ('exit code %d, printed "%s"'):format(result.code, text ~= '' and text or vim.trim(result.stderr or ''))
end

local function check_editor()
  vim.health.start('Neovim')
  local v = vim.version()
  local this = ('%d.%d.%d'):format(v.major, v.minor, v.patch)
  if vim.fn.has('nvim-0.10') == 0 then
    vim.health.error('Neovim 0.10 or newer is needed, this is ' .. this)
    return false
  end
  vim.health.ok(this)
  return true
end

local function check_server()
  vim.health.start('Server')
  local cmd = vim.lsp.config and vim.lsp.config.presscheck.cmd or { 'presscheck' }
  if type(cmd) ~= 'table' then
    vim.health.info('`cmd` is a function: the server it starts cannot be checked from here')
    return
  end
  if vim.fn.executable(cmd[1]) == 0 then
    vim.health.error(('`%s` is not an executable on $PATH'):format(cmd[1]), {
      'Install it with `cargo install --locked --path server/cli` in the presscheck repository',
      "Or say where it is: vim.lsp.config('presscheck', { cmd = { '/path/to/presscheck', 'lsp' } })",
    })
    return
  end
  local found, problem = version(cmd)
  if found then
    vim.health.ok(('%s (`%s`)'):format(found, vim.fn.exepath(cmd[1])))
  else
    vim.health.error(('`%s --version` is not presscheck: %s'):format(cmd[1], problem))
  end
end

local function check_clients()
  vim.health.start('Newsroom')
  if vim.lsp.is_enabled and not vim.lsp.is_enabled('presscheck') then
    vim.health.warn('not enabled', { "Add vim.lsp.enable('presscheck') to your init.lua" })
    return
  end
  local clients = vim.lsp.get_clients({ name = 'presscheck' })
  if #clients == 0 then
    vim.health.info('enabled; no article is open (Markdown and plain text are checked)')
  end
  for _, client in ipairs(clients) do
    local root = client.root_dir
    local configured = root and vim.uv.fs_stat(vim.fs.joinpath(root, 'presscheck.toml'))
    local articles = vim.tbl_count(client.attached_buffers)
    vim.health.ok(('serving %d open article%s in %s'):format(articles, articles == 1 and '' or 's', root or 'no folder'))
    if not configured then
      vim.health.info('no presscheck.toml there: the defaults are in force')
    end
  end
  vim.health.info('log: ' .. vim.lsp.log.get_filename())
end

function M.check()
  if check_editor() then
    check_server()
    check_clients()
  end
end

return M
