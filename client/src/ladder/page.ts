import type { Say } from "./say";
import { escaped } from "./shapes";
import { LIVE_STYLE, styleOf, THEMED } from "./style";

export interface Page {
  /** Where the page's own script is loaded from. */
  readonly script: string;
  /** Only what carries this word is run or applied. */
  readonly nonce: string;
  readonly language: string;
  readonly say: Say;
}

/** The page that shows the picture beside the text. Its script draws what it is sent. */
export function pageOf({ script, nonce, language, say }: Page): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(say("Ladder"))}</title>
<style nonce="${nonce}">${THEMES}${styleOf(THEMED)}${LIVE_STYLE}${PAGE_STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(say("Ladder"))}</h1>
<div class="bar">
<button class="save" data-save="svg">${escaped(say("Save as SVG…"))}</button>
<button class="save" data-save="html">${escaped(say("Save as HTML…"))}</button>
</div>
<p id="notice" role="status">${escaped(say("Reading the plan…"))}</p>
<div id="picture"></div>
<details id="words">
<summary>${escaped(say("The same in words"))}</summary>
<div id="list"></div>
</details>
</main>
<script nonce="${nonce}" src="${escaped(script)}"></script>
</body>
</html>
`;
}

/** The wood of the ladder has no colour in any theme; the rest follows it. High contrast takes its lines from the theme. */
const THEMES = `
body {
  --ladder-wood: #a08768;
  --ladder-evidence: var(--vscode-button-background);
  --ladder-on-evidence: var(--vscode-button-foreground);
  --ladder-shade: var(--vscode-list-hoverBackground);
  --ladder-lit: color-mix(in srgb, var(--vscode-focusBorder) 14%, var(--vscode-editor-background));
  --ladder-lit-edge: var(--vscode-focusBorder);
}
body.vscode-dark { --ladder-wood: #94795a; }
body.vscode-high-contrast, body.vscode-high-contrast-light {
  --ladder-wood: var(--vscode-editor-foreground);
  --ladder-evidence: var(--vscode-editor-foreground);
  --ladder-on-evidence: var(--vscode-editor-background);
  --ladder-shade: transparent;
  --ladder-lit: transparent;
  --ladder-lit-edge: var(--vscode-contrastActiveBorder, var(--vscode-focusBorder));
}
`;

const PAGE_STYLE = `
body { margin: 0; padding: 0; color: ${THEMED.ink}; background: ${THEMED.paper}; font-family: ${THEMED.font}; }
.bar { display: flex; flex-wrap: wrap; gap: 8px; padding: 10px 20px 0; }
/* The picture draws its own title; this one is for whoever goes by headings. */
h1 { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
button { font: inherit; cursor: pointer; }
.save {
  padding: 4px 10px; border-radius: 3px; border: 1px solid var(--vscode-contrastBorder, color-mix(in srgb, currentColor 35%, transparent));
  color: var(--vscode-button-secondaryForeground, inherit); background: var(--vscode-button-secondaryBackground, transparent);
}
button:focus-visible, summary:focus-visible { outline: 2px solid ${THEMED.focus}; outline-offset: 2px; }
#notice { margin: 12px 20px; }
#notice:empty { display: none; }
#picture svg { display: block; max-width: 100%; height: auto; }
#words { margin: 4px 20px 28px; font-size: 13px; line-height: 1.5; }
#words summary { cursor: pointer; font-weight: 600; padding: 4px 0; }
#words h2 { font-size: 13px; margin: 1em 0 0.2em; }
#words ul { margin: 0; padding-left: 1.4em; }
.line { padding: 0; border: 0; background: none; color: inherit; text-align: left; }
.line:hover { text-decoration: underline; }
.line.lit { background: ${THEMED.lit}; outline: 1px solid var(--ladder-lit-edge); }
body:not(.drawn) .bar, body:not(.drawn) #words { display: none; }
`;
