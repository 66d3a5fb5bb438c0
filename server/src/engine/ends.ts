/** How much of two lists is the same from the beginning on, and from the end back, without counting anything twice. */
export interface Ends {
  readonly head: number;
  readonly tail: number;
}

type Same = (now: number, before: number) => boolean;

/** `same` says whether the entries of these two numbers are the same; `sameBack` says so from the end back. */
export function commonEnds(now: number, before: number, same: Same, sameBack = same): Ends {
  const most = Math.min(now, before);
  let head = 0;
  while (head < most && same(head, head)) head += 1;
  let tail = 0;
  while (tail < most - head && sameBack(now - 1 - tail, before - 1 - tail)) tail += 1;
  return { head, tail };
}

/** Makes each entry of a list anew, but for those at its ends that were made of the same things before. */
export function madeAgain<From, To>(
  from: readonly From[],
  make: (one: From, number: number) => To,
  before?: { readonly from: readonly From[]; readonly to: readonly To[] },
): To[] {
  if (!before) return from.map(make);
  const { head, tail } = commonEnds(from.length, before.from.length, (i, j) => from[i] === before.from[j]);
  const end = from.length - tail;
  const made = before.to.slice(0, head);
  for (let i = head; i < end; i++) made.push(make(from[i]!, i));
  for (let i = before.to.length - tail; i < before.to.length; i++) made.push(before.to[i]!);
  return made;
}
