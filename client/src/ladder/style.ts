/** The colours that the picture is made of. Each is whatever a style sheet takes for a colour. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly wood: string;
  readonly claim: string;
  readonly evidence: string;
  readonly onEvidence: string;
  readonly edge: string;
  readonly given: string;
  readonly shade: string;
  readonly lit: string;
  readonly focus: string;
  readonly font: string;
}

/** Beside the text, the colours are those of the reader's theme. */
export const THEMED: Palette = {
  paper: "var(--vscode-editor-background)",
  ink: "var(--vscode-editor-foreground)",
  quiet: "var(--vscode-descriptionForeground, var(--vscode-editor-foreground))",
  wood: "var(--ladder-wood)",
  claim: "var(--vscode-charts-purple, var(--vscode-editor-foreground))",
  evidence: "var(--ladder-evidence)",
  onEvidence: "var(--ladder-on-evidence)",
  edge: "var(--vscode-contrastBorder, transparent)",
  given: "var(--vscode-editor-foreground)",
  shade: "var(--ladder-shade)",
  lit: "var(--ladder-lit)",
  focus: "var(--vscode-focusBorder)",
  font: "var(--vscode-font-family, sans-serif)",
};

/** A picture that was saved goes into reports and onto paper. Some programs that open it know no variables. */
export const PRINTED: Palette = {
  paper: "#ffffff",
  ink: "#1f1f1f",
  quiet: "#575757",
  wood: "#a08768",
  claim: "#652d90",
  evidence: "#005fb8",
  onEvidence: "#ffffff",
  edge: "none",
  given: "#1f1f1f",
  shade: "#f5f2ee",
  lit: "none",
  focus: "none",
  font: '"Segoe UI", "Noto Sans", "Liberation Sans", Arial, sans-serif',
};

export function styleOf(colours: Palette): string {
  return `
.ladder { font-family: ${colours.font}; }
.ladder .paper { fill: ${colours.paper}; }
.ladder .ink { fill: ${colours.ink}; }
.ladder .quiet { fill: ${colours.quiet}; }
.ladder .number { fill: ${colours.onEvidence}; }
.ladder .wood { fill: ${colours.wood}; }
.ladder .rung { stroke: ${colours.wood}; stroke-width: 3.5; }
.ladder .claim { fill: ${colours.paper}; stroke: ${colours.claim}; stroke-width: 2.5; stroke-linejoin: round; }
.ladder .evidence { fill: ${colours.evidence}; stroke: ${colours.edge}; stroke-width: 1.5; }
.ladder .way { stroke: ${colours.claim}; stroke-width: 2.5; }
.ladder .further { stroke-dasharray: 5 4; }
.ladder .tip { fill: ${colours.claim}; }
.ladder .tick { fill: none; stroke: ${colours.given}; stroke-width: 2.4; stroke-linecap: round; stroke-linejoin: round; }
.ladder .dash { stroke: ${colours.claim}; stroke-width: 3; stroke-linecap: round; }
.ladder .dot { fill: ${colours.quiet}; }
.ladder .divide { stroke: ${colours.quiet}; stroke-opacity: 0.35; }
.ladder .shade { fill: ${colours.shade}; }
.ladder .card, .ladder .cloth { fill: transparent; stroke: none; }
.ladder .missing { fill: none; stroke: ${colours.claim}; stroke-width: 2; stroke-dasharray: 3.5 3; }
.ladder .time { stroke: ${colours.wood}; stroke-width: 4; stroke-linecap: round; }
.ladder .tick-mark, .ladder .pole { stroke: ${colours.quiet}; stroke-width: 1; stroke-opacity: 0.7; }
.ladder .day { fill: ${colours.paper}; stroke: ${colours.ink}; stroke-width: 2; stroke-linejoin: round; }
.ladder .decision { fill: ${colours.ink}; stroke: ${colours.paper}; stroke-width: 1.5; }
.ladder .hatch { stroke: ${colours.claim}; stroke-width: 2.5; stroke-opacity: 0.6; }
.ladder .late { fill: url(#hatching); stroke: ${colours.claim}; stroke-width: 1; }
.ladder .stripe { fill: none; stroke: none; }
`;
}

/** What only a picture beside the text has: it lights up, and can be walked through with the keyboard. */
export const LIVE_STYLE = `
.ladder .go { cursor: pointer; outline: none; }
.ladder .go:hover .card, .ladder .go:hover rect.cloth { fill: ${THEMED.shade}; }
.ladder .lit .stripe, .ladder .lit .card, .ladder .lit rect.cloth { fill: ${THEMED.lit}; stroke: var(--ladder-lit-edge); stroke-width: 1.5; }
.ladder .lit .evidence, .ladder .lit .claim, .ladder .lit .day, .ladder .lit .decision { stroke: ${THEMED.ink}; stroke-width: 3.5; }
.ladder .go:focus-visible .card, .ladder .go:focus-visible rect.cloth,
.ladder .go:focus-visible .claim, .ladder .go:focus-visible .evidence { stroke: ${THEMED.focus}; stroke-width: 3; }
.ladder .go:focus-visible text { text-decoration: underline; }
`;
