/** A failure that the user can do something about: its message is all that is shown. */
export class SetupError extends Error {
  /**
   * @param {string} topic
   * @param {string} message
   */
  constructor(topic, message) {
    super(message)
    this.topic = topic
  }
}

/**
 * One line of progress; on stderr, so that the command's own output stays clean.
 * @param {string} topic
 * @param {string} text
 */
export function say(topic, text) {
  process.stderr.write(`setup: ${topic}: ${text}\n`)
}

/**
 * @template Result
 * @param {string} topic
 * @param {string} what
 * @param {() => Promise<Result>} work
 */
export async function sayAround(topic, what, work) {
  say(topic, what)
  const start = performance.now()
  const result = await work()
  say(topic, `done in ${((performance.now() - start) / 1000).toFixed(1)} s`)
  return result
}
