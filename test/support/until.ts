/** Milliseconds; less than a test may take, a unit test where nothing else is said, so that the failure bears its name. */
const limit = Number(process.env['UNTIL_LIMIT'] ?? 4500)

/** Waits until a condition holds; fails with its name if it does not. */
export async function until(what: string, condition: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + limit; Date.now() < end;) {
    if (await condition()) return
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  throw new Error(`timed out: ${what}`)
}

/** Lets everything that is under way in this process, sockets of the loopback interface included, come to rest. */
export async function settle(turns = 20): Promise<void> {
  for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setImmediate(resolve))
}
