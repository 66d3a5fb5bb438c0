/** The weights of the learned reader as they are stored. */
export interface PackedWeights {
  readonly senses: readonly string[];
}

/** The weights of the learned reader, ready to use. */
export interface SenseWeights {
  readonly senses: readonly string[];
}
