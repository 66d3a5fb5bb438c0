import type { PackedModel } from "../../server/src/engine/learned/model";
import type { Sample } from "./samples";

export interface Fit {
  readonly rounds: number;
  /** How much more a fault weighs than a sound sentence. */
  readonly faults: number;
  readonly rate: number;
  readonly shrink: number;
  /** How many features the model may keep. */
  readonly most: number;
}

/** A linear congruential generator: the same numbers on every machine. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/**
 * Fits one logistic output for each sense by stochastic gradient descent with a step for each weight (AdaGrad). The
 * same samples in the same order give the same weights to the bit.
 */
export function fitSenses(samples: readonly Sample[], senses: readonly string[], options: Fit): PackedModel {
  const width = senses.length;
  const index = commonFeatures(samples);
  const rows = samples.map(({ features }) => rowsOf(features, index));
  const weights = new Float64Array(index.size * width);
  const slopes = new Float64Array(index.size * width).fill(1e-3);
  const bias = new Float64Array(width).fill(-4);
  const loneBias = new Float64Array(width);
  const random = generator(7);
  const order = samples.map((_, i) => i);
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, random);
    const rate = options.rate * (1 - (0.7 * round) / options.rounds);
    for (const i of order) step(samples[i]!, rows[i]!, { weights, slopes, bias, loneBias, width, rate, options });
  }
  return pack(senses, index, weights, bias, options.most);
}

interface Descent {
  readonly weights: Float64Array;
  readonly slopes: Float64Array;
  readonly bias: Float64Array;
  readonly loneBias: Float64Array;
  readonly width: number;
  readonly rate: number;
  readonly options: Fit;
}

function step(sample: Sample, row: Int32Array, descent: Descent): void {
  const { weights, slopes, bias, loneBias, width, rate, options } = descent;
  const scale = 1 / Math.sqrt(row.length || 1);
  for (let sense = 0; sense < width; sense++) {
    const truth = sample.truth[sense]!;
    if (truth < 0) continue;
    let sum = 0;
    for (let i = 0; i < row.length; i++) sum += weights[row[i]! * width + sense]!;
    const odds = bias[sense]! + (sample.lone ? loneBias[sense]! : 0) + sum * scale;
    const error = (1 / (1 + Math.exp(-odds)) - truth) * sample.weight * (truth ? options.faults : 1);
    if (Math.abs(error) < 0.002) continue;
    bias[sense]! -= 0.02 * error;
    if (sample.lone) loneBias[sense]! -= 0.05 * error;
    for (let i = 0; i < row.length; i++) {
      const at = row[i]! * width + sense;
      const slope = error * scale + options.shrink * weights[at]!;
      slopes[at]! += slope * slope;
      weights[at]! -= (rate * slope) / Math.sqrt(slopes[at]!);
    }
  }
}

/** Features seen in two samples or more, in order of their first appearance. */
function commonFeatures(samples: readonly Sample[]): Map<number, number> {
  const seen = new Map<number, number>();
  for (const { features } of samples) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const index = new Map<number, number>();
  for (const [feature, times] of seen) if (times >= 2) index.set(feature, index.size);
  return index;
}

function rowsOf(features: Int32Array, index: ReadonlyMap<number, number>): Int32Array {
  const rows: number[] = [];
  for (const feature of features) {
    const row = index.get(feature);
    if (row !== undefined) rows.push(row);
  }
  return Int32Array.from(rows);
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

/** Keeps the weightiest features and rounds their weights to one signed byte each. */
function pack(
  senses: readonly string[],
  index: ReadonlyMap<number, number>,
  weights: Float64Array,
  bias: Float64Array,
  most: number,
): PackedModel {
  const width = senses.length;
  const force = [...index].map(([feature, row]) => {
    let largest = 0;
    for (let sense = 0; sense < width; sense++) largest = Math.max(largest, Math.abs(weights[row * width + sense]!));
    return { feature, row, largest };
  });
  force.sort((a, b) => b.largest - a.largest || a.feature - b.feature);
  const kept = force.slice(0, most).sort((a, b) => a.feature - b.feature);
  const largest = Math.max(1e-9, force[Math.floor(kept.length / 2000)]?.largest ?? 0);
  const unit = largest / 127;
  const keys = Int32Array.from(kept, (entry) => entry.feature);
  const rows = new Int8Array(kept.length * width);
  kept.forEach(({ row }, i) => {
    for (let sense = 0; sense < width; sense++) {
      rows[i * width + sense] = Math.max(-127, Math.min(127, Math.round(weights[row * width + sense]! / unit)));
    }
  });
  return { senses, bias: [...bias].map(rounded), step: rounded(unit), keys: base64(keys), rows: base64(rows) };
}

function base64(array: Int32Array | Int8Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
}

export function rounded(value: number): number {
  return Number(value.toPrecision(6));
}

/** Fits one logistic output on named measures, with the given weights on the samples and a pull towards nought. */
export function fitNamed(
  samples: readonly {
    readonly profile: Readonly<Record<string, number>>;
    readonly truth: number;
    readonly weight: number;
  }[],
  use: (name: string) => boolean,
  shrink: number,
  rounds = 300,
): Record<string, number> {
  const names = [...new Set(samples.flatMap(({ profile }) => Object.keys(profile)))].filter(use).sort();
  const rows = samples.map(({ profile }) => Float64Array.from(names, (name) => profile[name] ?? 0));
  const weights = new Float64Array(names.length);
  const slopes = new Float64Array(names.length).fill(1e-2);
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(names.length);
    samples.forEach(({ truth, weight }, i) => {
      const row = rows[i]!;
      let odds = 0;
      for (let j = 0; j < row.length; j++) odds += weights[j]! * row[j]!;
      const error = (1 / (1 + Math.exp(-odds)) - truth) * weight;
      for (let j = 0; j < row.length; j++) gradient[j]! += error * row[j]!;
    });
    names.forEach((name, j) => {
      const slope = gradient[j]! + (name === "one" ? 0 : shrink * weights[j]!);
      slopes[j]! += slope * slope;
      weights[j]! -= (0.3 * slope) / Math.sqrt(slopes[j]!);
    });
  }
  return Object.fromEntries(names.map((name, j) => [name, rounded(weights[j]!)]));
}
