-- Neovim's own client as a second opinion on the language server: what an editor that shares no code with VS Code sees.
-- Run by run.mjs inside a Neovim that has the plan open.

local PATIENCE = 30000 -- Only ever waited out when a check is going to find something wrong.
local passed, failed = 0, 0

local function say(line)
  io.stdout:write(line .. "\n")
  io.stdout:flush()
end

local function check(name, body)
  local ok, reason = xpcall(body, debug.traceback)
  if ok then
    passed = passed + 1
    say("    ✔ " .. name)
  else
    failed = failed + 1
    say("    ✘ " .. name .. "\n" .. reason)
  end
end

local function equal(actual, expected)
  if actual ~= expected then
    error(("Expected %s, found %s."):format(vim.inspect(expected), vim.inspect(actual)), 2)
  end
end

local function await(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then
    error("Not to be seen: " .. what .. ". Seen: " .. vim.inspect(vim.diagnostic.get(0)), 2)
  end
end

local function finding(rule)
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    if diagnostic.code == rule or diagnostic.user_data.lsp.code == rule then
      return diagnostic
    end
  end
end

local function await_finding(rule)
  await("a finding of " .. rule, function()
    return finding(rule) ~= nil
  end)
  return finding(rule)
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n")
end

local function words_of(diagnostic)
  local from, to = diagnostic, { line = diagnostic.end_lnum, col = diagnostic.end_col }
  return table.concat(vim.api.nvim_buf_get_text(0, from.lnum, from.col, to.line, to.col, {}), "\n")
end

-- Asks as a person with the cursor on the finding does. The plan is ASCII there, so that bytes are UTF-16 units.
local function quick_fixes(diagnostic)
  local range = {
    start = { line = diagnostic.lnum, character = diagnostic.col },
    ["end"] = { line = diagnostic.end_lnum, character = diagnostic.end_col },
  }
  local context = {
    only = { "quickfix" },
    diagnostics = {
      { range = range, message = diagnostic.message, severity = diagnostic.severity, code = "people-first-wording" },
    },
  }
  local document = { uri = vim.uri_from_bufnr(0) }
  local parameters = { textDocument = document, range = range, context = context }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", parameters, PATIENCE)
  return answers[vim.tbl_keys(answers)[1]].result
end

-- Neovim asks for the edit of an action when it is chosen, and not before.
local function chosen(action)
  if action.edit then
    return action
  end
  local answers = vim.lsp.buf_request_sync(0, "codeAction/resolve", action, PATIENCE)
  return answers[vim.tbl_keys(answers)[1]].result
end

local client = vim.lsp.start_client({
  name = "engagement-lint",
  cmd = { vim.env.ENGAGEMENT_LINT_NODE, vim.env.ENGAGEMENT_LINT_CLI, "lsp", "--stdio" },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)

say("\n  Neovim " .. tostring(vim.version().major) .. "." .. tostring(vim.version().minor))

check("a plan that is opened shows a finding at the words it is about", function()
  equal(words_of(await_finding("people-first-wording")), "the elderly")
end)

check("a fix changes the words, the finding goes, and undo brings both back", function()
  local before = text()
  local fixes = quick_fixes(await_finding("people-first-wording"))
  vim.lsp.util.apply_workspace_edit(chosen(fixes[1]).edit, "utf-16")
  equal(text():find("the elderly", 1, true), nil)
  await("no finding once the words have changed", function()
    return finding("people-first-wording") == nil
  end)
  vim.cmd("silent undo")
  equal(text(), before)
  await_finding("people-first-wording")
end)

check("findings keep to their words when characters beyond the basic plane come before them", function()
  vim.api.nvim_buf_set_lines(0, 0, 0, false, { "A 🙂 for the elderly.", "" })
  await("a finding in the new line", function()
    local diagnostic = finding("people-first-wording")
    return diagnostic ~= nil and diagnostic.lnum == 0 and words_of(diagnostic) == "the elderly"
  end)
end)

check("the server ends when it is told to", function()
  vim.lsp.stop_client(client)
  await("the end of the server", function()
    return vim.lsp.get_client_by_id(client) == nil
  end)
end)

say(("\n  %d passing"):format(passed))
if failed > 0 then
  say(("  %d failing"):format(failed))
end
vim.cmd(failed > 0 and "cquit 1" or "qall!")
