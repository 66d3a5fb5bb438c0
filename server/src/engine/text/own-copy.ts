/**
 * The same text in memory of its own. An engine that cuts a piece from a text keeps the whole text for as long as the
 * piece lives: what is remembered from one version to the next would hold on to every version that it came from.
 */
export function ownCopy(text: string): string {
  // Joining makes a new text, and what is cut from that holds on to no other.
  return ` ${text}`.slice(1);
}
