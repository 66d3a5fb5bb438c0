declare module "virtual:rulebook" {
  const rulebook: {
    readonly definitions: import("../engine/definitions").Definitions;
    readonly weights: import("../engine/learned/reader").PackedReader | null;
    readonly sentences: readonly import("./read-sentences").ForgottenSentence[];
    readonly terms: readonly import("../engine/terms").Term[];
    readonly reference: import("./read-reference").Reference;
  };
  export default rulebook;
}
