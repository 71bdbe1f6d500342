/** The version of the package: the build puts it here. */
export const packageVersion: string = ''
