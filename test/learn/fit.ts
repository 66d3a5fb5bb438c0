import type { PackedModel } from "../../server/src/engine/learned/model";
import type { Sample } from "./samples";

export interface Fit {
  readonly rounds: number;
  /** Over how many of the last rounds the weights are averaged: one round's are tossed about by its order. */
  readonly averaged: number;
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
 * Fits one logistic output for each sense by averaged stochastic gradient descent with a step for each weight
 * (AdaGrad). The same samples in the same order give the same weights to the bit.
 */
export function fitSenses(samples: readonly Sample[], senses: readonly string[], options: Fit): PackedModel {
  const width = senses.length;
  const index = commonFeatures(samples);
  const rows = samples.map((sample) => rowsOf(featuresOf(sample), index));
  const weights = new Float64Array(index.size * width);
  const slopes = new Float64Array(index.size * width).fill(1e-3);
  const bias = new Float64Array(width).fill(-4);
  const loneBias = new Float64Array(width);
  const mean = { weights: new Float64Array(weights.length), bias: new Float64Array(width) };
  const random = generator(7);
  const order = samples.map((_, i) => i);
  for (let round = 0; round < options.rounds; round++) {
    shuffle(order, random);
    const rate = options.rate * (1 - (0.7 * round) / options.rounds);
    for (const i of order) step(samples[i]!, rows[i]!, { weights, slopes, bias, loneBias, width, rate, options });
    if (round < options.rounds - options.averaged) continue;
    addShare(mean.weights, weights, options.averaged);
    addShare(mean.bias, bias, options.averaged);
  }
  return pack(senses, weightiest(index, rows, mean.weights, options.most), mean.weights, mean.bias);
}

function addShare(mean: Float64Array, values: Float64Array, shares: number): void {
  for (let i = 0; i < mean.length; i++) mean[i]! += values[i]! / shares;
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
  for (const sample of samples)
    for (const feature of featuresOf(sample)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  const index = new Map<number, number>();
  for (const [feature, times] of seen) if (times >= 2) index.set(feature, index.size);
  return index;
}

/** All that is known of a sentence: its own features, those of its heading and those of its place. */
function* featuresOf({ features, place }: Sample): Iterable<number> {
  yield* features;
  if (place) yield* place;
}

function rowsOf(features: Iterable<number>, index: ReadonlyMap<number, number>): Int32Array {
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

/** A feature that is kept: its number, its row among all weights, and the greatest of them. */
interface Kept {
  readonly feature: number;
  readonly row: number;
  readonly largest: number;
}

/** How much a feature's being common counts beside its weight, as a power: rare ones have great weights by chance. */
const COMMONNESS = 0.3;

/** The features that say most, in order of their numbers. */
function weightiest(
  index: ReadonlyMap<number, number>,
  rows: readonly Int32Array[],
  weights: Float64Array,
  most: number,
): Kept[] {
  const width = weights.length / index.size;
  const times = new Float64Array(index.size);
  for (const row of rows) for (const i of row) times[i]! += 1;
  const force = [...index].map(([feature, row]) => {
    let largest = 0;
    for (const weight of weights.subarray(row * width, (row + 1) * width))
      largest = Math.max(largest, Math.abs(weight));
    return { feature, row, largest, force: largest * times[row]! ** COMMONNESS };
  });
  force.sort((a, b) => b.force - a.force || a.feature - b.feature);
  return force.slice(0, most).sort((a, b) => a.feature - b.feature);
}

/** Rounds the weights that are kept to one signed byte each; one in two thousand may be larger than a byte holds. */
function pack(
  senses: readonly string[],
  kept: readonly Kept[],
  weights: Float64Array,
  bias: Float64Array,
): PackedModel {
  const width = senses.length;
  const sizes = kept.map(({ largest }) => largest).sort((a, b) => b - a);
  const unit = Math.max(1e-9, sizes[Math.floor(kept.length / 2000)] ?? 0) / 127;
  const keys = Int32Array.from(kept, ({ feature }) => feature);
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
  shrink: number,
  rounds = 300,
): Record<string, number> {
  const names = [...new Set(samples.flatMap(({ profile }) => Object.keys(profile)))].sort();
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
