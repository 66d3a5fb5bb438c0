/** A file that can't be read as a Word document. The message goes on after the file's name and says what would help. */
export class WordTrouble extends Error {}
