import { describeNetError, netErrors } from '../renderer-types/net-errors.ts'

/** What a call comes to: the callback's arguments, or lastError's text with the arguments that go with it. */
export type Outcome<Result = unknown> =
  | { readonly ok: true; readonly args: readonly [] | readonly [Result] }
  | { readonly ok: false; readonly message: string; readonly args: readonly unknown[] }

export function succeed(): Outcome<undefined>
export function succeed<Result>(result: Result): Outcome<Result>
export function succeed(...args: [] | [unknown]): Outcome {
  return { ok: true, args }
}

export function fail(message: string, ...args: unknown[]): Outcome<never> {
  return { ok: false, message, args }
}

/** 0 succeeds; any other code fails with its `net::ERR_` text. The code is the callback's argument either way. */
export function finishWith(code: number): Outcome<number> {
  return code === 0 ? succeed(0) : fail(describeNetError(code), code)
}

export const socketNotFound = 'Socket not found'

/** Not in Chrome, where a profile has as many sockets as the system has descriptors. */
export const tooManySockets = fail(describeNetError(netErrors.ERR_INSUFFICIENT_RESOURCES))
