/** How a text is to be read. */
export type Language = "markdown" | "plaintext" | "html";
