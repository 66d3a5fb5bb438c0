export const HELP = `Reads consultation and engagement plans and shows where the words promise more than the plan does.

Usage: engagement-lint [OPTION...] [PATH...]
       engagement-lint explain PATH       how a document is judged, and who said so
       engagement-lint init               write a commented engagement-lint.yaml to begin with
       engagement-lint baseline [PATH...] write down what is found now, so that only what is new is told of
       engagement-lint test [PATH...]     try the examples in the team's own rules
       engagement-lint lsp [--stdio]      start the language server for an editor

PATH is a file (.md, .markdown, .txt, .html, .htm, .docx), a folder, a pattern such as "plans/**/*.md", or - for
standard input. Without one, the current folder is read.

  --format text|json|markdown|sarif|github
                                  how findings are written: for a terminal, for programs, as a report for a board, for
                                  code hosts, or as notes beside the lines of a change in GitHub Actions (text)
  --print findings|levels|facts|blocks
                                  what is written: the findings, or what the reader made of the document (findings)
  --framework NAME                whose view of the field to judge by (as configured; else consensus)
  --overlays NAME,NAME            what to add to it: a nation, a sector, a lens
  --check plans|everything        leave alone what doesn't read as a plan, or not (plans)
  --config PATH                   the configuration to use, in place of the nearest engagement-lint.yaml and those above
  --no-config                     use none, and judge as the product comes
  --fail-on error|warning|info|hint|never
                                  exit with 1 where there is a finding as serious as this, or more (as configured; else
                                  never)
  --stdin-filename NAME           what to call standard input; its ending says how it is read (.md)
  --version                       the version
  --help                          this text

A folder that is called like a command is named with its path: ./test.

Exit: 0 done; 1 findings as serious as --fail-on names; 2 bad use, or something that could not be read.
`;
