import { onceFor } from "../remembered";

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

/** A linear reader: for each feature that it knows a row of one weight for each sense. */
export interface Model {
  readonly senses: readonly string[];
  readonly bias: readonly number[];
  readonly step: number;
  readonly keys: Int32Array;
  readonly weights: Int8Array;
}

/** What some features say together, before it is weighed against how many they are. */
export interface Sums {
  readonly sums: Float32Array;
  readonly count: number;
}

export function unpackModel({ senses, bias, step, keys, rows }: PackedModel): Model {
  const weights = new Int8Array(bytesOf(rows).buffer);
  return { senses, bias, step, keys: new Int32Array(bytesOf(keys).buffer), weights };
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
}

/**
 * Where some models look features up together: what is looked at together lies together, since memory is what the
 * looking-up waits for.
 */
export interface Lookup {
  readonly models: readonly Model[];
  /** An open-addressed table: the number of the row of the feature in each slot, plus one, or 0. */
  readonly slots: Int32Array;
  /**
   * For each feature: itself, the number of the last adding-up that took it, one bit for each model that knows it, then
   * the weights of all senses of all models, four to a place, each as a byte that is `ZERO` more than it.
   */
  readonly rows: Int32Array;
  /** How many places a row has. */
  readonly width: number;
  /** One bit for each of many features: where it is 0 the feature is unknown. Small enough to stay near. */
  readonly bits: Int32Array;
}

/** The places of a row before its weights. */
enum Place {
  Feature = 0,
  Taken = 1,
  Known = 2,
  Weights = 3,
}

const BITS = 18;
const ZERO = 128;
/** Four weights that are 0. */
const ALL_ZERO = 0x80808080 | 0;

export function lookupOf(models: readonly Model[]): Lookup {
  const most = models.reduce((sum, { keys }) => sum + keys.length, 0);
  const senses = models.reduce((sum, model) => sum + model.senses.length, 0);
  const width = Place.Weights + Math.ceil(senses / 4);
  let size = 16;
  while (size < most * 2) size *= 2;
  const lookup: Lookup = {
    models,
    slots: new Int32Array(size),
    rows: new Int32Array(most * width),
    width,
    bits: new Int32Array(1 << (BITS - 5)),
  };
  let known = 0;
  let from = 0;
  models.forEach((model, number) => {
    for (let i = 0; i < model.keys.length; i++) known = addFeature(lookup, model, number, i, from, known);
    from += model.senses.length;
  });
  return lookup;
}

/** Adds what a model knows of its feature `i`, with weights from the place `from` on; gives how many rows there are. */
function addFeature(lookup: Lookup, model: Model, number: number, i: number, from: number, known: number): number {
  const { slots, rows, width, bits } = lookup;
  const feature = model.keys[i]!;
  bits[bitOf(feature) >>> 5]! |= 1 << (bitOf(feature) & 31);
  const slot = slotOf(lookup, feature);
  const isNew = slots[slot] === 0;
  if (isNew) slots[slot] = known + 1;
  const place = (slots[slot]! - 1) * width;
  rows[place + Place.Feature] = feature;
  rows[place + Place.Known]! |= 1 << number;
  // Nothing is known of it yet but what each sense begins with.
  if (isNew) rows.fill(ALL_ZERO, place + Place.Weights, place + width);
  const size = model.senses.length;
  for (let sense = 0; sense < size; sense++) {
    const at = from + sense;
    rows[place + Place.Weights + (at >> 2)]! += model.weights[i * size + sense]! << ((at & 3) * 8);
  }
  return isNew ? known + 1 : known;
}

/** The slot that a feature is in, or an empty one where it would be. */
function slotOf({ slots, rows, width }: Lookup, feature: number): number {
  const mask = slots.length - 1;
  let slot = spread(feature) & mask;
  while (slots[slot] !== 0 && rows[(slots[slot]! - 1) * width] !== feature) slot = (slot + 1) & mask;
  return slot;
}

function spread(key: number): number {
  return Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 7;
}

/** The features are mixed well already, so some of their bits will do. */
function bitOf(key: number): number {
  return key >>> (32 - BITS);
}

let addings = 0;

/**
 * Adds up rows. Every place of a row holds four bytes, and every place of a sum two halves of which each takes many bytes
 * without running over into the other: so two weights are added at once.
 */
class Adder {
  private even = new Int32Array(16);
  private odd = new Int32Array(16);
  private sums = new Int32Array(64);
  private places = 0;
  private rows = 0;
  private loose = 0;

  begin(places: number): void {
    if (this.even.length < places) {
      this.even = new Int32Array(places);
      this.odd = new Int32Array(places);
      this.sums = new Int32Array(places * 4);
    }
    this.places = places;
    this.rows = 0;
    this.loose = 0;
    this.even.fill(0);
    this.odd.fill(0);
    this.sums.fill(0);
  }

  add(rows: Int32Array, from: number): void {
    const { even, odd, places } = this;
    for (let place = 0; place < places; place++) {
      const four = rows[from + place]!;
      even[place]! += four & 0x00ff00ff;
      odd[place]! += (four >>> 8) & 0x00ff00ff;
    }
    this.rows += 1;
    this.loose += 1;
    if (this.loose === MOST_LOOSE) this.settle();
  }

  /** Takes apart what was added two by two. */
  private settle(): void {
    const { even, odd, sums } = this;
    for (let place = 0; place < this.places; place++) {
      sums[place * 4]! += even[place]! & 0xffff;
      sums[place * 4 + 1]! += odd[place]! & 0xffff;
      sums[place * 4 + 2]! += even[place]! >>> 16;
      sums[place * 4 + 3]! += odd[place]! >>> 16;
    }
    even.fill(0);
    odd.fill(0);
    this.loose = 0;
  }

  /** The sums of the senses `from` to `to` (exclusive). */
  done(from: number, to: number): Float32Array {
    this.settle();
    const zero = this.rows * ZERO;
    const sums = new Float32Array(to - from);
    for (let sense = 0; sense < sums.length; sense++) sums[sense] = this.sums[from + sense]! - zero;
    return sums;
  }
}

/** So many bytes of 255 add up to less than half a place holds. */
const MOST_LOOSE = 256;

const adder = new Adder();

/** Adds up the weights of features for each model. A feature that comes twice counts once. */
export function sumsOfAll(lookup: Lookup, features: ArrayLike<number>): Sums[] {
  const { models, slots, rows, width, bits } = lookup;
  const counts = models.map(() => 0);
  adder.begin(width - Place.Weights);
  addings = (addings + 1) | 0;
  for (let i = 0; i < features.length; i++) {
    const feature = features[i]!;
    if ((bits[bitOf(feature) >>> 5]! & (1 << (bitOf(feature) & 31))) === 0) continue;
    const row = slots[slotOf(lookup, feature)]!;
    const place = (row - 1) * width;
    if (row === 0 || rows[place + Place.Taken] === addings) continue;
    rows[place + Place.Taken] = addings;
    for (let model = 0; model < counts.length; model++) counts[model]! += (rows[place + Place.Known]! >>> model) & 1;
    adder.add(rows, place + Place.Weights);
  }
  let from = 0;
  return models.map(({ senses }, number) => {
    const sums = adder.done(from, from + senses.length);
    from += senses.length;
    return { sums, count: counts[number]! };
  });
}

/** Adds up the weights of features for one model. */
export function sumsOf(model: Model, features: ArrayLike<number>): Sums {
  return sumsOfAll(alone(model), features)[0]!;
}

const alone = onceFor((model: Model) => lookupOf([model]));

/** What two sets of features that have none in common say. */
export function together(one: Sums | undefined, other: Sums): Sums {
  return one ? { sums: one.sums.map((sum, i) => sum + other.sums[i]!), count: one.count + other.count } : other;
}

/** How sure the reader is of a sense, in log-odds, from a sentence and what its surroundings lend it. */
export function logOdds(model: Model, sense: number, own: Sums | undefined, lent?: Sums): number {
  const sum = (own ? own.sums[sense]! : 0) + (lent ? lent.sums[sense]! : 0);
  const count = (own ? own.count : 0) + (lent ? lent.count : 0);
  return model.bias[sense]! + (sum * model.step) / Math.sqrt(count || 1);
}
