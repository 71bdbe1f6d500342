/** Bytes of the file that the app serves. */
export const servedLength = 1_000_000
