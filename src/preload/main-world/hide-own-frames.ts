import type { SafeDescriptor } from './primordials.ts'
import { primordials } from './primordials.ts'

const { Error, codeUnitAt, defineProperty, indexOfText, sliceText } = primordials

const lineFeed = 10

/** The build names the facade's texts so; what a page names so has an address before it. */
const isOwnFrame = (line: string): boolean =>
  indexOfText(line, '    at ') === 0 &&
  (indexOfText(line, '(electron-chrome-sockets/') > 0 || indexOfText(line, ' electron-chrome-sockets/') > 0)

/** A stack as Chrome's is, whose bindings are no scripts: without the lines of the facade that called the page. */
export function hideOwnFrames(stack: string): string {
  let shown = ''
  let start = 0
  for (let i = 0; i <= stack.length; i += 1) {
    if (i < stack.length && codeUnitAt(stack, i) !== lineFeed) continue
    const line = sliceText(stack, start, i)
    if (!isOwnFrame(line)) shown += start === 0 ? line : `\n${line}`
    start = i + 1
  }
  return shown
}

function findStack(error: unknown): string | undefined {
  try {
    const stack: unknown = error instanceof Error ? error.stack : undefined
    return typeof stack === 'string' ? stack : undefined
  } catch {
    // What a getter of the page has thrown may bear no questions.
    return undefined
  }
}

/** The same of an error that the facade throws: its first line is the page's call then. */
export function hideOwnFramesOf(error: unknown): unknown {
  const stack = findStack(error)
  if (stack === undefined) return error
  const descriptor: SafeDescriptor = {
    __proto__: null,
    value: hideOwnFrames(stack),
    writable: true,
    configurable: true,
  }
  defineProperty(error as object, 'stack', descriptor)
  return error
}
