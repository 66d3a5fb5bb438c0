declare module "virtual:rulebook" {
  const rulebook: {
    readonly definitions: import("../engine/definitions").Definitions;
    readonly weights: import("../engine/learned/sense-weights").PackedWeights | null;
  };
  export default rulebook;
}
