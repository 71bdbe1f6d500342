/** Milliseconds; less than a test may take, a unit test where nothing else is said, so that the failure bears its name. */
const limit = Number(process.env['UNTIL_LIMIT'] ?? 4500)

/** Waits until a condition holds; fails with its name if it does not. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + limit
  // What takes long is looked at less often: looking costs time, too, in a window most of all.
  for (let pause = 2; Date.now() < end; pause = Math.min(pause + 1, 25)) {
    if (await condition()) return
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  throw new Error(`timed out: ${what}`)
}

/** Lets everything that is under way in this process, sockets of the loopback interface included, come to rest. */
export async function settle(turns = 20): Promise<void> {
  for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setImmediate(resolve))
}
