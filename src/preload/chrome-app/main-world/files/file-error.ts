const missing = 'A requested file or directory could not be found at the time an operation was processed.'

/** Blink's texts (core/fileapi/file_error.cc); the main process names what has failed. */
const texts: Readonly<Record<string, string>> = {
  AbortError: 'An ongoing operation was aborted, typically with a call to abort().',
  EncodingError:
    'A URI supplied to the API was malformed, or the resulting Data URL has exceeded the URL length limitations for Data URLs.',
  InvalidModificationError: 'The object can not be modified in this way.',
  InvalidStateError:
    'An operation that depends on state cached in an interface object was made but the state had changed since it was read from disk.',
  NoModificationAllowedError:
    'An attempt was made to write to a file or directory which could not be modified due to the state of the underlying filesystem.',
  NotFoundError: missing,
  NotReadableError:
    'The requested file could not be read, typically due to permission problems that have occurred after a reference to a file was acquired.',
  QuotaExceededError:
    'The operation failed because it would cause the application to exceed its storage quota.',
  SecurityError:
    'It was determined that certain files are unsafe for access within a Web application, or that too many calls are being made on file resources.',
  TypeMismatchError: 'The path supplied exists, but was not an entry of requested type.',
}

const existing = 'An attempt was made to create a file or directory where an element already exists.'

export function createFileError(name: string): DOMException {
  if (name === 'PathExistsError') return new DOMException(existing, 'InvalidModificationError')
  return new DOMException(texts[name] ?? name, Object.hasOwn(texts, name) ? name : 'InvalidStateError')
}

/** What was thrown while a file was read or written, as the page is told. */
export function toFileError(thrown: unknown): DOMException {
  return thrown instanceof DOMException ? thrown : createFileError('InvalidStateError')
}
