-- A desk's work in real Neovim. Run by tests/run:
--   NEWSROOM=<copy of tests/editors/newsroom> nvim --clean --headless -l editor.lua
-- with `presscheck` on $PATH, as a user has it.

local newsroom = assert(vim.env.NEWSROOM, 'NEWSROOM is not set')
local article = vim.fs.joinpath(newsroom, 'valley-times/ferry.md')
local passed, failed = 0, 0

local function say(line)
  io.stdout:write(line, '\n')
end

local function it(what, run)
  local ok, problem = xpcall(run, debug.traceback)
  if ok then
    passed = passed + 1
  else
    failed = failed + 1
  end
  say((ok and 'ok   ' or 'FAIL ') .. what .. (ok and '' or '\n     ' .. tostring(problem)))
end

-- A busy machine may take its time.
local function wait(what, condition)
  assert(vim.wait(60000, condition, 20), 'waited in vain for ' .. what)
end

local function equal(got, want)
  assert(vim.deep_equal(got, want), ('expected %s, got %s'):format(vim.inspect(want), vim.inspect(got)))
end

local function contains(text, part)
  assert(text:find(part, 1, true), ('no "%s" in:\n%s'):format(part, text))
end

local function on_disk(path)
  return table.concat(vim.fn.readfile(path), '\n')
end

-- `-l` starts without file types, and without them nothing attaches.
vim.cmd('filetype plugin on')
vim.o.swapfile = false
local plugin = vim.fs.dirname(vim.fs.dirname(vim.fs.abspath(arg[0])))
vim.opt.runtimepath:prepend(plugin)
vim.cmd.runtime('plugin/presscheck.lua')
vim.lsp.enable('presscheck')
vim.cmd.edit(article)
local buffer = vim.api.nvim_get_current_buf()

---@param rule string
---@return vim.Diagnostic? finding
---@return string? words that are underlined
local function finding(rule)
  for _, found in ipairs(vim.diagnostic.get(buffer)) do
    if found.code == rule then
      local words = vim.api.nvim_buf_get_text(buffer, found.lnum, found.col, found.end_lnum, found.end_col, {})
      return found, table.concat(words, '\n')
    end
  end
end

---@param words string
local function put_cursor_on(words)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  assert(vim.fn.search('\\V' .. words, 'c') > 0, 'not in the article: ' .. words)
end

---@return string? text of the floating window
local function float()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
      return (table.concat(lines, ' '):gsub('%s+', ' '))
    end
  end
end

---@return string report of `:checkhealth presscheck`
local function health()
  vim.cmd('silent checkhealth presscheck')
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

---@param titled string start of the title of the fix to choose from the menu
local function choose_fix(titled)
  local titles, chosen
  vim.ui.select = function(actions, _, on_choice)
    titles = vim.tbl_map(function(item) return item.action.title end, actions)
    for n, item in ipairs(actions) do
      if vim.startswith(item.action.title, titled) then
        chosen = item.action.title
        return on_choice(item, n)
      end
    end
  end
  vim.lsp.buf.code_action()
  wait('the menu', function() return titles end)
  assert(chosen, ('no "%s…" among %s'):format(titled, vim.inspect(titles)))
end

it('attaches to a Markdown article, in the newsroom of its presscheck.toml', function()
  local client
  wait('the server', function()
    client = vim.lsp.get_clients({ bufnr = buffer, name = 'presscheck' })[1]
    return client and client.initialized
  end)
  equal(client.root_dir, newsroom)
end)

it('takes the folder of an article outside any newsroom for its newsroom', function()
  local alone = vim.fs.joinpath(vim.fn.tempname(), 'alone.md')
  local root
  vim.fn.mkdir(vim.fs.dirname(alone), 'p')
  local draft = vim.fn.bufadd(alone)
  vim.lsp.config.presscheck.root_dir(draft, function(folder) root = folder end)
  equal(root, vim.fs.dirname(alone))
end)

it('underlines exactly the words, after an emoji too', function()
  wait('findings', function() return finding('NUM004') end)
  local found, words = finding('NUM004')
  equal(words, '4,2000')
  equal(found.source, 'presscheck')
  equal(found.severity, vim.diagnostic.severity.ERROR)
  equal(select(2, finding('TKM001')), 'TK')
end)

it('finds what the command line finds', function()
  local function place(rule, line, words) return ('%s line %d: %s'):format(rule, line, words) end
  local run = vim.system({ 'presscheck', 'check', '--format', 'json', article }, { text = true }):wait()
  local text = on_disk(article)
  local told = vim.tbl_map(function(found)
    return place(found.rule, found.line, vim.fn.strcharpart(text, found.span[1], found.span[2] - found.span[1]))
  end, vim.json.decode(run.stdout))
  table.sort(told)
  assert(#told > 0, run.stderr)
  local seen
  pcall(wait, 'the same findings', function()
    seen = vim.tbl_map(function(found)
      local words = vim.api.nvim_buf_get_text(buffer, found.lnum, found.col, found.end_lnum, found.end_col, {})
      return place(found.code, found.lnum + 1, table.concat(words, '\n'))
    end, vim.diagnostic.get(buffer))
    table.sort(seen)
    return vim.deep_equal(seen, told)
  end)
  equal(seen, told)
end)

it('shows on hover how the other outlet reports the point', function()
  put_cursor_on('31 million')
  vim.lsp.buf.hover()
  wait('the hover', float)
  contains(float(), 'Harbour News')
  contains(float(), '47 million kronor')
end)

it('leads from the hover to the passage in the other outlet', function()
  vim.cmd.cd(newsroom)
  vim.lsp.buf.hover()
  wait('the window', function() return vim.api.nvim_win_get_config(0).relative ~= '' end)
  for _, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    assert(vim.fn.strdisplaywidth(line) <= 80, line)
  end
  assert(vim.fn.search('harbour-news/ferry.md:11') > 0, float())
  vim.cmd.normal({ '\23F', bang = true })
  contains(vim.api.nvim_buf_get_name(0), 'harbour-news/ferry.md')
  equal(vim.fn.line('.'), 11)
  local other = vim.api.nvim_get_current_buf()
  vim.cmd('fclose!')
  vim.cmd('only | buffer ' .. buffer)
  vim.cmd.bwipeout(other)
end)

it('lists how others report it, what differs first', function()
  vim.cmd('PresscheckCoverage')
  wait('the list', function() return #vim.fn.getqflist() > 2 end)
  local list = vim.fn.getqflist()
  local texts = vim.tbl_map(function(item) return item.text end, list)
  contains(table.concat(texts, '\n'), 'Harbour News, conflicts: 31 million kronor against 47 million kronor')
  for n, item in ipairs(list) do
    assert(n == 1 or list[n - 1].type == 'W' or item.type == 'I', vim.inspect(texts))
  end
  vim.cmd('cfirst')
  contains(vim.api.nvim_buf_get_name(0), 'harbour-news/ferry.md')
  equal(vim.fn.line('.'), 11)
  local other = vim.api.nvim_get_current_buf()
  vim.cmd('cclose | buffer ' .. buffer)
  vim.cmd.bwipeout(other)
end)

it('opens in a split who reports what', function()
  vim.cmd('PresscheckCoverage!')
  wait('the split', function() return vim.bo.buftype == 'nofile' end)
  local text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
  contains(text, '47 million kronor')
  equal(#vim.lsp.get_clients({ bufnr = 0 }), 0)
  assert(vim.fn.search('harbour-news/ferry.md:11') > 0, text)
  vim.cmd.normal({ 'gF', bang = true })
  contains(vim.api.nvim_buf_get_name(0), 'harbour-news/ferry.md')
  equal(vim.fn.line('.'), 11)
  vim.cmd('bwipeout | buffer ' .. buffer)
end)

it('lists what can be checked, and who is named for it', function()
  vim.cmd('PresscheckFacts')
  wait('the list', function() return #vim.fn.getloclist(0) > 2 end)
  local texts = vim.tbl_map(function(item) return item.text end, vim.fn.getloclist(0))
  contains(table.concat(texts, '\n'), 'Sund Line: The repair cost 31 million kronor')
  vim.cmd('lclose | buffer ' .. buffer)
end)

it('writes the report of the story, and opens it only if asked', function()
  local notify, show, said, shown = vim.notify, vim.lsp.handlers['window/showDocument'], nil, nil
  vim.notify = function(message) said = message end
  vim.lsp.handlers['window/showDocument'] = function(_, params)
    shown = params
    return { success = true }
  end
  vim.cmd('PresscheckReport')
  wait('the page', function() return said end)
  local page = said:match('story report is (.*)')
  contains(on_disk(page), '47 million kronor')
  equal(shown, nil)
  vim.cmd('PresscheckReport!')
  wait('the browser', function() return shown end)
  equal(shown.external, true)
  equal(vim.uri_to_fname(shown.uri), page)
  vim.notify, vim.lsp.handlers['window/showDocument'] = notify, show
end)

it('adds a folder elsewhere to what is compared with, and says how a feed is added', function()
  local notify, said = vim.notify, nil
  vim.notify = function(message) said = message end
  local elsewhere = vim.fn.tempname()
  vim.fn.mkdir(elsewhere, 'p')
  local theirs = on_disk(vim.fs.joinpath(newsroom, 'harbour-news/ferry.md')):gsub('Harbour News', 'Wire Desk')
  vim.fn.writefile(vim.split(theirs, '\n'), vim.fs.joinpath(elsewhere, 'ferry.md'))
  vim.cmd('PresscheckCorpusAdd ' .. elsewhere)
  wait('the answer', function() return said end)
  contains(said, '1 article added')
  wait('the hover', function()
    vim.cmd('fclose!')
    put_cursor_on('31 million')
    vim.lsp.buf.hover()
    vim.wait(1000, float)
    return (float() or ''):find('Wire Desk', 1, true)
  end)
  said = nil
  vim.cmd('PresscheckCorpusAdd https://post.example/feed.xml')
  wait('the answer', function() return said end)
  contains(said, "curl -sL 'https://post.example/feed.xml' | presscheck corpus add -")
  vim.notify = notify
  vim.system({ 'presscheck', 'corpus', 'remove', '--newsroom', newsroom, elsewhere }):wait()
end)

it('says in the status line what was found', function()
  vim.o.statusline = "%{v:lua.require'presscheck'.statusline()}"
  wait('the counts', function() return vim.api.nvim_eval_statusline(vim.o.statusline, {}).str == 'presscheck 2E 1W' end)
end)

it('tags all quotes at once, and one undo takes it back', function()
  vim.cmd.edit(vim.fs.joinpath(newsroom, 'harbour-news/ferry.md'))
  wait('the server', function() return vim.lsp.get_clients({ bufnr = 0, name = 'presscheck' })[1] end)
  local before = vim.api.nvim_buf_get_lines(0, 0, -1, false)
  vim.cmd('PresscheckTagQuotes')
  wait('the tag', function() return vim.bo.modified end)
  contains(table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n'), '{.quote speaker="Ada Reyes"')
  vim.cmd('silent undo')
  equal(vim.api.nvim_buf_get_lines(0, 0, -1, false), before)
  vim.cmd('bwipeout! | buffer ' .. buffer)
end)

it('tags a quote with its speaker, and saves it', function()
  put_cursor_on('have waited')
  choose_fix('Tag quote')
  wait('the edit', function() return vim.bo[buffer].modified end)
  vim.cmd('silent write')
  contains(on_disk(article), '["We have waited a year for this morning,"]{.quote speaker="Ada Reyes"')
end)

it('takes a finding away as soon as its cause is gone', function()
  put_cursor_on('TK kronor')
  vim.cmd.normal({ 'cw45', bang = true })
  wait('the finding to go', function() return not finding('TKM001') end)
end)

it('has help for each command', function()
  local doc = vim.fs.joinpath(vim.fn.tempname(), 'doc')
  vim.fn.mkdir(doc, 'p')
  assert(vim.uv.fs_copyfile(vim.fs.joinpath(plugin, 'doc/presscheck.txt'), vim.fs.joinpath(doc, 'presscheck.txt')))
  vim.cmd.helptags(doc)
  local tags = on_disk(vim.fs.joinpath(doc, 'tags'))
  contains(tags, 'presscheck\t')
  for name in pairs(vim.api.nvim_get_commands({})) do
    if vim.startswith(name, 'Presscheck') then
      contains(tags, ':' .. name .. '\t')
    end
  end
end)

it('says so in a Neovim that is too old, and does nothing', function()
  local has, echo, said = vim.fn.has, vim.api.nvim_echo, nil
  vim.fn.has = function() return 0 end
  vim.api.nvim_echo = function(chunks) said = chunks[1][1] end
  vim.g.loaded_presscheck = nil
  vim.api.nvim_del_user_command('PresscheckFacts')
  vim.cmd.source(vim.fs.joinpath(plugin, 'plugin/presscheck.lua'))
  vim.fn.has, vim.api.nvim_echo = has, echo
  contains(said or '', 'needs Neovim 0.10')
  equal(vim.fn.exists(':PresscheckFacts'), 0)
  vim.g.loaded_presscheck = nil
  vim.cmd.source(vim.fs.joinpath(plugin, 'plugin/presscheck.lua'))
end)

it('tells its health', function()
  local report = health()
  contains(report, 'presscheck 0.')
  contains(report, 'serving 1 open article in ' .. newsroom)
  assert(not report:find('ERROR', 1, true), report)
end)

it('tells what to do when the server is missing', function()
  vim.lsp.config('presscheck', { cmd = { 'no-such-presscheck', 'lsp' } })
  local report = health()
  contains(report, '`no-such-presscheck` is not an executable on $PATH')
end)

it('stops with the editor', function()
  vim.lsp.stop_client(vim.lsp.get_clients())
  wait('the server to stop', function() return #vim.lsp.get_clients() == 0 end)
end)

it('starts by setup where there is no vim.lsp.enable, as in 0.10', function()
  vim.lsp.enable('presscheck', false)
  local has = vim.fn.has
  vim.fn.has = function(feature) return feature == 'nvim-0.11' and 0 or has(feature) end
  vim.cmd.buffer(buffer)
  vim.diagnostic.reset()
  vim.fn.setloclist(0, {}, 'f')
  require('presscheck').setup({ cmd = { 'presscheck', 'lsp' } })
  vim.bo[buffer].filetype = 'markdown'
  wait('findings', function() return finding('NUM004') end)
  vim.cmd('PresscheckFacts')
  wait('the list', function() return #vim.fn.getloclist(0) > 2 end)
  vim.fn.has = has
  vim.lsp.stop_client(vim.lsp.get_clients())
  wait('the server to stop', function() return #vim.lsp.get_clients() == 0 end)
end)

say(('%d passed, %d failed'):format(passed, failed))
vim.cmd('silent! %bwipeout!')
os.exit(failed == 0 and 0 or 1)
