--- What presscheck has beyond what every language server has: lists of what others report and of what can be
--- checked, all quotes tagged at once, a part of the status line.
local M = {}

--- Starts the server for articles. From Neovim 0.11 on it is the same as |vim.lsp.config()| and |vim.lsp.enable()|.
---@param config? vim.lsp.Config
function M.setup(config)
  if vim.fn.has('nvim-0.11') == 1 then
    vim.lsp.config('presscheck', config or {})
    vim.lsp.enable('presscheck')
    return
  end
  local defaults = dofile(vim.api.nvim_get_runtime_file('lsp/presscheck.lua', false)[1])
  local editor = { capabilities = vim.lsp.protocol.make_client_capabilities() }
  config = vim.tbl_deep_extend('force', editor, defaults, config or {}, { name = 'presscheck' })
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('presscheck', {}),
    pattern = config.filetypes,
    callback = function(event)
      config.root_dir(event.buf, function(root)
        vim.lsp.start(vim.tbl_extend('force', config, { root_dir = root }), { bufnr = event.buf })
      end)
    end,
  })
end

---@param bufnr integer
---@return vim.lsp.Client?
local function client_of(bufnr)
  return vim.lsp.get_clients({ bufnr = bufnr, name = 'presscheck' })[1]
end

--- What a client does; its functions are methods from Neovim 0.11 on.
---@param client vim.lsp.Client
---@param deed 'request'|'notify'
local function send(client, deed, ...)
  if vim.fn.has('nvim-0.11') == 1 then
    return client[deed](client, ...)
  end
  return client[deed](...)
end

--- The server of the buffer in front; without one the user is told.
---@return vim.lsp.Client?
local function serving()
  local client = client_of(vim.api.nvim_get_current_buf())
  if not client then
    vim.notify('presscheck does not check this buffer; see :checkhealth presscheck', vim.log.levels.WARN)
  end
  return client
end

--- Asks the server about the article in front.
---@param method string
---@param params fun(uri: string): table
---@param answered fun(result: any, client: vim.lsp.Client)
local function ask(method, params, answered)
  local bufnr = vim.api.nvim_get_current_buf()
  local client = serving()
  if not client then
    return
  end
  local function handler(problem, result)
    if problem or not result then
      return vim.notify('presscheck: ' .. (problem and problem.message or 'no report'), vim.log.levels.WARN)
    end
    answered(result, client)
  end
  send(client, 'request', method, params(vim.uri_from_bufnr(bufnr)), handler, bufnr)
end

--- Asks the server for the article at a glance.
---@param answered fun(report: table, client: vim.lsp.Client)
local function report(answered)
  ask('presscheck/report', function(uri)
    return { textDocument = { uri = uri } }
  end, answered)
end

---@param passage { uri: string, range: lsp.Range }
---@param client vim.lsp.Client
---@param text string
---@param type 'W'|'I'
---@return vim.quickfix.entry
local function entry(passage, client, text, type)
  local item = vim.lsp.util.locations_to_items({ passage }, client.offset_encoding)[1]
  return vim.tbl_extend('force', item, { text = text, type = type })
end

local RELATIONS = {
  { name = 'conflicts', says = 'conflicts', type = 'W' },
  { name = 'updates', says = 'later value', type = 'W' },
  { name = 'wording', says = 'other words', type = 'W' },
  { name = 'adds', says = 'adds detail', type = 'I' },
  { name = 'agrees', says = 'agrees', type = 'I' },
  { name = 'related', says = 'related', type = 'I' },
}

--- Lists in the quickfix list how others report the points of this article, what differs first.
function M.coverage()
  report(function(result, client)
    local items = {}
    for _, relation in ipairs(RELATIONS) do
      for _, point in ipairs(result.points) do
        for _, other in ipairs(point.reports) do
          if other.relation == relation.name then
            local article = result.articles[other.article + 1]
            local what = other.differences[1] or other.text
            local text = ('%s, %s: %s'):format(article.outlet, relation.says, what)
            table.insert(items, entry(other, client, text, relation.type))
          end
        end
      end
    end
    vim.fn.setqflist({}, ' ', { title = 'presscheck: who else reports this', items = items })
    if #items == 0 then
      return vim.notify('presscheck: nobody else in this newsroom tells this story')
    end
    vim.cmd('botright copen')
  end)
end

--- Opens in a split who reports what: passages side by side, how figures changed, what the article lacks.
function M.coverage_text()
  local columns = math.min(vim.o.columns - 4, 100)
  ask('presscheck/storyReport', function(uri)
    return { textDocument = { uri = uri }, columns = columns }
  end, function(result)
    vim.cmd('botright new')
    local buffer = vim.api.nvim_get_current_buf()
    vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(vim.trim(result.text), '\n'))
    vim.bo[buffer].buftype, vim.bo[buffer].bufhidden, vim.bo[buffer].modifiable = 'nofile', 'wipe', false
    -- Where one is open already, this one goes without a name.
    pcall(vim.api.nvim_buf_set_name, buffer, 'presscheck://story')
    -- `gF` on a place goes there.
    vim.bo[buffer].path = type(result.folder) == 'string' and vim.uri_to_fname(result.folder) or ''
  end)
end

--- Lists in the location list what can be checked in this article, and who is named for it.
function M.facts()
  local window, uri = vim.api.nvim_get_current_win(), vim.uri_from_bufnr(0)
  report(function(result, client)
    local items = vim.tbl_map(function(claim)
      local named = claim.sourcing == 'sourced' or claim.sourcing == 'inherited'
      local by = type(claim.source) == 'string' and claim.source or 'nobody named'
      local text = ('%s: %s'):format(named and by or claim.sourcing, claim.text)
      return entry({ uri = uri, range = claim.range }, client, text, named and 'I' or 'W')
    end, result.claims)
    vim.fn.setloclist(window, {}, ' ', { title = 'presscheck: what can be checked', items = items })
    vim.api.nvim_win_call(window, function()
      vim.cmd('lopen')
    end)
  end)
end

--- Writes the report of the story, a page with who reports what, and says where; opens it in the browser if asked.
---@param open? boolean
function M.story_report(open)
  ask('workspace/executeCommand', function(uri)
    return { command = 'presscheck.writeStoryReport', arguments = { uri, open or false } }
  end, function(page)
    vim.notify('presscheck: the story report is ' .. vim.uri_to_fname(page))
  end)
end

--- Compares articles with those of a folder elsewhere, too, or with the items of a feed, an RSS or Atom file.
---@param path string
function M.add_to_corpus(path)
  local client = serving()
  if not client then
    return
  end
  local cmd, root = client.config.cmd, client.root_dir or client.config.root_dir
  local program = type(cmd) == 'table' and cmd[1] or 'presscheck'
  path = path:find('^https?://') and path or vim.fn.fnamemodify(path, ':p')
  vim.system({ program, 'corpus', 'add', '--newsroom', root, '--', path }, { text = true }, vim.schedule_wrap(function(run)
    local said = vim.trim(run.stdout .. run.stderr:gsub('^presscheck: ', ''))
    vim.notify('presscheck: ' .. said, run.code == 0 and vim.log.levels.INFO or vim.log.levels.ERROR)
    -- Not every Neovim watches files: the server is told to read its newsroom again.
    local settings = { uri = vim.uri_from_fname(vim.fs.joinpath(root, 'presscheck.toml')), type = 2 }
    send(client, 'notify', 'workspace/didChangeWatchedFiles', { changes = { settings } })
  end))
end

--- Tags every quote whose speaker is sure, in one step that one undo takes back.
function M.tag_quotes()
  vim.lsp.buf.code_action({
    apply = true,
    context = { only = { 'source.tagQuotes.presscheck' }, diagnostics = {} },
  })
end

--- What presscheck found in this buffer, for 'statusline': `%{v:lua.require'presscheck'.statusline()}`.
---@return string
function M.statusline()
  if not client_of(0) then
    return ''
  end
  local counts = {}
  for _, found in ipairs(vim.diagnostic.get(0)) do
    if found.source == 'presscheck' then
      counts[found.severity] = (counts[found.severity] or 0) + 1
    end
  end
  local parts = { 'presscheck' }
  for severity, letter in ipairs({ 'E', 'W', 'I', 'H' }) do
    if counts[severity] then
      table.insert(parts, counts[severity] .. letter)
    end
  end
  return table.concat(parts, ' ')
end

return M
