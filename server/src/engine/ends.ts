/** How much of two lists is the same from the beginning on, and from the end back, without counting anything twice. */
export interface Ends {
  readonly head: number;
  readonly tail: number;
}

export function commonEnds(now: readonly unknown[], before: readonly unknown[]): Ends {
  const most = Math.min(now.length, before.length);
  let head = 0;
  while (head < most && now[head] === before[head]) head += 1;
  let tail = 0;
  while (tail < most - head && now[now.length - 1 - tail] === before[before.length - 1 - tail]) tail += 1;
  return { head, tail };
}

/** Makes each entry of a list anew, but for those at its ends that were made of the same things before. */
export function madeAgain<From, To>(
  from: readonly From[],
  make: (one: From, number: number) => To,
  before?: { readonly from: readonly From[]; readonly to: readonly To[] },
): To[] {
  if (!before) return from.map(make);
  const { head, tail } = commonEnds(from, before.from);
  const end = from.length - tail;
  const made = before.to.slice(0, head);
  for (let i = head; i < end; i++) made.push(make(from[i]!, i));
  for (let i = before.to.length - tail; i < before.to.length; i++) made.push(before.to[i]!);
  return made;
}
