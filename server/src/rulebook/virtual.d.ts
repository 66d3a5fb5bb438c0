declare module "virtual:rulebook" {
  const rulebook: {
    readonly definitions: import("../engine/definitions").Definitions;
    readonly weights: import("../engine/learned/reader").PackedReader | null;
    readonly sentences: readonly import("./read-sentences").ForgottenSentence[];
  };
  export default rulebook;
}
