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

export async function takeTurns(turns: number): Promise<void> {
  for (let i = 0; i < turns; i += 1) await new Promise((resolve) => setImmediate(resolve))
}

const sleep = setTimeout

/**
 * Lets everything that is under way in this process, sockets of the loopback interface included, come to rest. It sleeps,
 * too, whatever clock a test has put on: a busy kernel hands on its own packets only when it is let.
 */
export async function settle(): Promise<void> {
  await takeTurns(10)
  await new Promise((resolve) => sleep(resolve, 3))
  await takeTurns(10)
}
