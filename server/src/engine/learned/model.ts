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
}

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
  keys.forEach((key, row) => {
    let slot = spread(key) & (size - 1);
    while (rowOf[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = key;
    rowOf[slot] = row + 1;
  });
  return { senses: packed.senses, bias: packed.bias, step: packed.step, slots, rowOf, rows };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}

function spread(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 7;
}

/** Adds up the weights of features, each of which is given once. */
export function sumsOf(model: Model, features: Iterable<number>): Sums {
  const width = model.senses.length;
  const mask = model.slots.length - 1;
  const sums = new Float32Array(width);
  let count = 0;
  for (const feature of features) {
    let slot = spread(feature) & mask;
    while (model.rowOf[slot] !== 0 && model.slots[slot] !== feature) slot = (slot + 1) & mask;
    const row = model.rowOf[slot]!;
    if (row === 0) continue;
    count += 1;
    const base = (row - 1) * width;
    for (let sense = 0; sense < width; sense++) sums[sense]! += model.rows[base + sense]!;
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
