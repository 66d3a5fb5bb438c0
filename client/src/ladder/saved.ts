import type { PlanView } from "../plan-view";
import { inWordsHtml } from "./in-words";
import { ladderSvg } from "./ladder-svg";
import type { Say } from "./say";
import { escaped } from "./shapes";
import { PRINTED, styleOf } from "./style";
import { nameOf } from "./telling";

export type SavedAs = "svg" | "html";

/** The picture as a file that needs nothing beside it: no fonts, no scripts, and nothing from elsewhere. */
export function saved(as: SavedAs, view: PlanView, say: Say, language: string): string {
  const picture = ladderSvg(view, { say, style: styleOf(PRINTED) });
  return as === "svg"
    ? `<?xml version="1.0" encoding="UTF-8"?>\n${picture}\n`
    : pageAround(picture, view, say, language);
}

const PAGE_STYLE = `
body { max-width: 760px; margin: 0 auto; padding: 16px; color: ${PRINTED.ink}; background: ${PRINTED.paper}; }
body { font-family: ${PRINTED.font}; line-height: 1.5; }
.ladder { width: 100%; height: auto; }
h1, h2 { font-size: 1.1rem; margin: 1.2em 20px 0.4em; }
p, ul { margin: 0.4em 20px; }
@media print { h1 { break-before: page; } }
`;

function pageAround(picture: string, view: PlanView, say: Say, language: string): string {
  return `<!DOCTYPE html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(say("{0} at a glance", nameOf(view)))}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<main>
${picture}
<h1>${escaped(say("The same in words"))}</h1>
${inWordsHtml(view, say, false)}
</main>
</body>
</html>
`;
}
