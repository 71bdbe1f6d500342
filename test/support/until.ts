/** Waits until a condition holds; fails with its name after four seconds. */
export async function until(what: string, condition: () => boolean): Promise<void> {
  for (const end = Date.now() + 4000; Date.now() < end;) {
    if (condition()) return
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  throw new Error(`timed out: ${what}`)
}

/** Lets everything that is under way in this process, sockets of the loopback interface included, come to rest. */
export async function settle(turns = 20): Promise<void> {
  for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setImmediate(resolve))
}
