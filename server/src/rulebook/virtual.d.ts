declare module "virtual:rulebook" {
  const rulebook: {
    readonly definitions: import("../engine/definitions").Definitions;
    readonly weights: import("../engine/learned/reader").PackedReader | null;
  };
  export default rulebook;
}
