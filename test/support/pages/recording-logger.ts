import type { Logger } from '../../../src/main/types.ts'

/** A logger that keeps what it is told. */
export class RecordingLogger implements Logger {
  readonly warnings: string[] = []
  readonly errors: [message: string, error?: unknown][] = []

  readonly warn = (message: string): void => {
    this.warnings.push(message)
  }

  readonly error = (...args: [message: string, error?: unknown]): void => {
    this.errors.push(args)
  }
}
