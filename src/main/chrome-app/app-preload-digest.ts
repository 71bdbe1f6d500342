/** SHA-256 of dist/app-preload.cjs: the build puts it here. */
export const appPreloadDigest: string = ''
