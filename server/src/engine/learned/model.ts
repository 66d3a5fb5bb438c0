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

/** A linear reader, ready to use. What is looked at together lies together: memory is what the looking-up waits for. */
export interface Model {
  readonly senses: readonly string[];
  readonly bias: readonly number[];
  readonly step: number;
  /** An open-addressed table, in pairs: the feature in each slot, and the number of its row plus one, or 0. */
  readonly table: Int32Array;
  /**
   * For each feature a row: the number of the last adding-up that took it, so that it counts once however often it is
   * met, then the weight of each sense, four to a place. `weights` is the same memory, weight by weight.
   */
  readonly rows: Int32Array;
  readonly weights: Int8Array;
  /** How many places a row has. */
  readonly width: number;
  /** One bit for each of many features: where it is 0 the feature is unknown, and most are. Small enough to stay near. */
  readonly bits: Int32Array;
}

const BITS = 18;

/** What some features say together, before it is weighed against how many they are. */
export interface Sums {
  readonly sums: Float32Array;
  readonly count: number;
}

export function unpackModel({ senses, bias, step, keys: packedKeys, rows: packedRows }: PackedModel): Model {
  const keys = new Int32Array(bytesOf(packedKeys).buffer);
  const packed = new Int8Array(bytesOf(packedRows).buffer);
  let size = 16;
  while (size < keys.length * 2) size *= 2;
  const table = new Int32Array(size * 2);
  const bits = new Int32Array(1 << (BITS - 5));
  const width = 1 + Math.ceil(senses.length / 4);
  const rows = new Int32Array(keys.length * width);
  const weights = new Int8Array(rows.buffer);
  keys.forEach((key, row) => {
    bits[bitOf(key) >>> 5]! |= 1 << (bitOf(key) & 31);
    let slot = spread(key) & (size - 1);
    while (table[slot * 2 + 1] !== 0) slot = (slot + 1) & (size - 1);
    table[slot * 2] = key;
    table[slot * 2 + 1] = row + 1;
    weights.set(packed.subarray(row * senses.length, (row + 1) * senses.length), (row * width + 1) * 4);
  });
  return { senses, bias, step, table, rows, weights, width, bits };
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
/** Where weights are added up: whole numbers, which it takes no rounding to add. */
let scratch = new Int32Array(64);

/** Adds up the weights of features. One that comes twice counts once. */
export function sumsOf({ senses, table, rows, weights, width, bits }: Model, features: ArrayLike<number>): Sums {
  const many = senses.length;
  const mask = table.length / 2 - 1;
  if (scratch.length < many) scratch = new Int32Array(many);
  const sums = scratch;
  sums.fill(0, 0, many);
  let count = 0;
  addings = (addings + 1) | 0;
  for (let i = 0; i < features.length; i++) {
    const feature = features[i]!;
    if ((bits[bitOf(feature) >>> 5]! & (1 << (bitOf(feature) & 31))) === 0) continue;
    let slot = spread(feature) & mask;
    let row = table[slot * 2 + 1]!;
    while (row !== 0 && table[slot * 2] !== feature) {
      slot = (slot + 1) & mask;
      row = table[slot * 2 + 1]!;
    }
    const place = (row - 1) * width;
    if (row === 0 || rows[place] === addings) continue;
    rows[place] = addings;
    count += 1;
    const base = (place + 1) * 4;
    for (let sense = 0; sense < many; sense++) sums[sense]! += weights[base + sense]!;
  }
  return { sums: new Float32Array(sums.subarray(0, many)), count };
}

/** How sure the reader is of a sense, in log-odds, from a sentence and what its surroundings lend it. */
export function logOdds(model: Model, sense: number, own: Sums | undefined, lent?: Sums): number {
  const sum = (own ? own.sums[sense]! : 0) + (lent ? lent.sums[sense]! : 0);
  const count = (own ? own.count : 0) + (lent ? lent.count : 0);
  return model.bias[sense]! + (sum * model.step) / Math.sqrt(count || 1);
}
