/** A linear reader as it is stored: small whole weights for hashed features, in base 64. */
export interface PackedModel {
  readonly senses: readonly string[];
  readonly bias: readonly number[];
  /** What one step of a stored weight is worth. */
  readonly step: number;
  /** Features, as 32-bit whole numbers, little-endian. */
  readonly keys: string;
  /** For each feature a row of one signed byte for each sense. */
  readonly rows: string;
}

/** A linear reader, ready to use. */
export interface Model {
  readonly senses: readonly string[];
  readonly bias: readonly number[];
  readonly step: number;
  /** An open-addressed table: the feature in each slot, and the number of its row plus one, or 0. */
  readonly slots: Int32Array;
  readonly rowOf: Int32Array;
  readonly rows: Int8Array;
  /** For each row the number of the last adding-up that took it, so that a feature counts once however often it is met. */
  readonly taken: Int32Array;
  /** One bit for each of many features: where it is 0 the feature is unknown, and most are. Small enough to stay near. */
  readonly bits: Int32Array;
}

const BITS = 18;

/** What some features say together, before it is weighed against how many they are. */
export interface Sums {
  readonly sums: Float32Array;
  readonly count: number;
}

export function unpackModel(packed: PackedModel): Model {
  const keys = new Int32Array(bytesOf(packed.keys).buffer);
  const rows = new Int8Array(bytesOf(packed.rows).buffer);
  let size = 16;
  while (size < keys.length * 2) size *= 2;
  const slots = new Int32Array(size);
  const rowOf = new Int32Array(size);
  const bits = new Int32Array(1 << (BITS - 5));
  keys.forEach((key, row) => {
    bits[bitOf(key) >>> 5]! |= 1 << (bitOf(key) & 31);
    let slot = spread(key) & (size - 1);
    while (rowOf[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = key;
    rowOf[slot] = row + 1;
  });
  return {
    senses: packed.senses,
    bias: packed.bias,
    step: packed.step,
    slots,
    rowOf,
    rows,
    taken: new Int32Array(keys.length),
    bits,
  };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}

function spread(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 7;
}

/** The features are mixed well already, so some of their bits will do. */
function bitOf(key: number): number {
  return key >>> (32 - BITS);
}

let addings = 0;

/** Adds up the weights of features. One that comes twice counts once. */
export function sumsOf({ senses, slots, rowOf, rows, taken, bits }: Model, features: ArrayLike<number>): Sums {
  const width = senses.length;
  const mask = slots.length - 1;
  const sums = new Float32Array(width);
  let count = 0;
  addings = (addings + 1) | 0;
  for (let i = 0; i < features.length; i++) {
    const feature = features[i]!;
    if ((bits[bitOf(feature) >>> 5]! & (1 << (bitOf(feature) & 31))) === 0) continue;
    let slot = spread(feature) & mask;
    let row = rowOf[slot]!;
    while (row !== 0 && slots[slot] !== feature) {
      slot = (slot + 1) & mask;
      row = rowOf[slot]!;
    }
    if (row === 0 || taken[row - 1] === addings) continue;
    taken[row - 1] = addings;
    count += 1;
    const base = (row - 1) * width;
    for (let sense = 0; sense < width; sense++) sums[sense]! += rows[base + sense]!;
  }
  return { sums, count };
}

/** How sure the reader is of a sense, in log-odds, from a sentence and what its surroundings lend it. */
export function logOdds(model: Model, sense: number, parts: readonly (Sums | undefined)[]): number {
  let sum = 0;
  let count = 0;
  for (const part of parts) {
    if (!part) continue;
    sum += part.sums[sense]!;
    count += part.count;
  }
  return model.bias[sense]! + (sum * model.step) / Math.sqrt(count || 1);
}
