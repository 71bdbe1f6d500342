/** The text of dist/preload.cjs: the build puts it here, for a main process that a bundler has made one file of. */
export const preloadText: string = ''
