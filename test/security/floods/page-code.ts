import type { Flood, Room } from './flood.ts'

/** Runs in the page: what its first turn came to, and how many there were. */
async function run(act: Flood['act'], time: number, turns: number): Promise<string> {
  const view: unknown = document.querySelector('webview') ?? undefined
  const other = view === undefined ? frames[0] : (Reflect.get(Object(view), 'contentWindow') as Window)
  const room: Room = { kept: [], other }
  const end = Date.now() + time
  let [failure, turn] = ['', 0]
  let first: unknown
  while (Date.now() < end && turn < turns)
    try {
      const result = act(turn, room)
      if (turn === 0) first = result
      // An error that nobody catches would be a line of the console.
      if (result instanceof Promise) result.catch(() => {})
      turn += 1
    } catch (error) {
      turn += 1
      failure = ` ${String(error)}`
    }
  const rejection = await Promise.race([
    Promise.resolve(first).then(
      () => '',
      (error) => ` ${String(error)}`,
    ),
    new Promise<string>((resolve) => {
      setTimeout(() => resolve(''), 500)
    }),
  ])
  return `${turn} turns${failure}${rejection}`
}

/** Pages keep what floods keep as long as they are there. */
export function writePageCode({ act, turns }: Flood, time: number): string {
  return `(${run.toString()})(${act.toString()}, ${time}, ${turns ?? 'Infinity'})`
}
