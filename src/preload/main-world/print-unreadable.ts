import { primordials } from './primordials.ts'

const { errorMessage, listenFirst, preventDefault, reportError, stopEvent } = primordials

let isAsking = false
let text: unknown

listenFirst('error', (event) => {
  if (!isAsking) return
  stopEvent(event)
  preventDefault(event)
  text = errorMessage(event)
})

/**
 * V8's text of what a script cannot look at, as a proxy whose traps throw: that with which the browser tells of an error
 * that nobody catches, for which nothing of it is called.
 */
export function printUnreadable(thrown: unknown): string {
  text = undefined
  isAsking = true
  reportError(thrown)
  isAsking = false
  return typeof text === 'string' ? text : 'Uncaught null'
}
