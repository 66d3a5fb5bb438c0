export const HELP = `Reads consultation and engagement plans and shows where the words promise more than the plan does.

Usage: engagement-lint [OPTION...] [PATH...]
       engagement-lint lsp [--stdio]

PATH is a file (.md, .markdown, .txt, .html, .htm, .docx), a folder, a pattern such as "plans/**/*.md", or - for
standard input. Without one, the current folder is read.

  --format text|json              how findings are written (text)
  --print findings|levels|facts|blocks
                                  what is written: the findings, or what the reader made of the document (findings)
  --framework NAME                whose view of the field to judge by (consensus)
  --overlays NAME,NAME            what to add to it: a nation, a sector, a lens
  --check plans|everything        leave alone what doesn't read as a plan, or not (plans)
  --fail-on error|warning|info|hint|never
                                  exit with 1 where there is a finding as serious as this, or more (never)
  --stdin-filename NAME           what to call standard input; its ending says how it is read (.md)
  --version                       the version
  --help                          this text

lsp starts the language server for an editor, on standard input and output.

Exit: 0 done; 1 findings as serious as --fail-on names; 2 bad use, or something that could not be read.
`;
