/** The text of dist/app-preload.cjs: the build puts it here, as that of the other preload script. */
export const appPreloadText: string = ''
