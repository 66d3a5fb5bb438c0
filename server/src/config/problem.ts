/** Something wrong in a team's file, with its place and, in the message, the cure. */
export interface Problem {
  /** The URI of the file. */
  readonly file: string;
  /** Lines and columns count from 1, in UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly endColumn?: number;
  readonly message: string;
}
