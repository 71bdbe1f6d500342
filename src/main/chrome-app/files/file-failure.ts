/** What a file operation may fail with: the names of Chrome's DOMExceptions, and one for what is there already. */
export type FailureName =
  | 'EncodingError'
  | 'InvalidModificationError'
  | 'InvalidStateError'
  | 'NoModificationAllowedError'
  | 'NotFoundError'
  | 'PathExistsError'
  | 'QuotaExceededError'
  | 'SecurityError'
  | 'TypeMismatchError'

export class FileFailure extends Error {
  readonly failure: FailureName

  constructor(failure: FailureName) {
    super(failure)
    this.failure = failure
  }
}

/** As Chromium translates the system's errors (base/files/file_posix.cc, then blink's file_error.cc). */
const failures: Readonly<Record<string, FailureName>> = {
  EACCES: 'NoModificationAllowedError',
  EBUSY: 'NoModificationAllowedError',
  EDQUOT: 'QuotaExceededError',
  EEXIST: 'PathExistsError',
  EFBIG: 'QuotaExceededError',
  EISDIR: 'NoModificationAllowedError',
  ELOOP: 'NotFoundError',
  ENAMETOOLONG: 'NotFoundError',
  ENOENT: 'NotFoundError',
  ENOSPC: 'QuotaExceededError',
  ENOTDIR: 'NotFoundError',
  ENOTEMPTY: 'InvalidModificationError',
  ENXIO: 'NotFoundError',
  EPERM: 'NoModificationAllowedError',
  EROFS: 'NoModificationAllowedError',
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** Whether the system says so. */
export function isCode(error: unknown, code: string): boolean {
  return codeOf(error) === code
}

/** Undefined for an error that is none of the system's: it is a fault of ours. */
export function nameFailure(error: unknown): FailureName | undefined {
  if (error instanceof FileFailure) return error.failure
  const code = codeOf(error)
  if (code === '') return undefined
  return Object.hasOwn(failures, code) ? failures[code] : 'InvalidStateError'
}
