/** What a caller reads from the way that the command ended. */
export const EXIT = { clean: 0, findings: 1, trouble: 2 } as const;
