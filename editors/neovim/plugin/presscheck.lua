-- Commands of presscheck. They act on the article in the current window.
if vim.g.loaded_presscheck then
  return
end
vim.g.loaded_presscheck = true

if vim.fn.has('nvim-0.10') == 0 then
  vim.api.nvim_echo({ { 'presscheck needs Neovim 0.10 or newer; nothing is checked', 'WarningMsg' } }, true, {})
  return
end

for name, command in pairs({
  PresscheckFacts = { 'facts', 'List what can be checked in this article, and who is named for it' },
  PresscheckTagQuotes = { 'tag_quotes', 'Tag every quote whose speaker is sure' },
}) do
  vim.api.nvim_create_user_command(name, function()
    require('presscheck')[command[1]]()
  end, { desc = command[2] })
end

vim.api.nvim_create_user_command('PresscheckCorpusAdd', function(command)
  require('presscheck').add_to_corpus(command.args)
end, { nargs = 1, complete = 'file', desc = 'Compare articles with those of a folder, too, or with the items of a feed' })

vim.api.nvim_create_user_command('PresscheckCoverage', function(command)
  require('presscheck')[command.bang and 'coverage_text' or 'coverage']()
end, { bang = true, desc = 'List how others report the points of this article, what differs first; with !, read it all in a split' })

vim.api.nvim_create_user_command('PresscheckReport', function(command)
  require('presscheck').story_report(command.bang)
end, { bang = true, desc = 'Write the report of the story as a page; with !, open it in the browser' })
