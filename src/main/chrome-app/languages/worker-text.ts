/** The text of worker.ts with all that it imports: the build puts it here, in a file of its own. */
export const workerText: string = ''
