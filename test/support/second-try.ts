interface Failed {
  readonly project: { readonly name: string }
}

/** More than so many files fail together for a reason. */
const mostFiles = 3

/**
 * Whether files that failed are tried once more: a few whose tests drive real windows, since an overloaded machine can
 * keep a window waiting for longer than its test does. What runs without Electron has no such excuse.
 */
export function isWorthSecondTry(failed: readonly Failed[]): boolean {
  const inElectron = failed.every(({ project }) => !project.name.startsWith('unit'))
  return failed.length > 0 && failed.length <= mostFiles && inElectron
}
