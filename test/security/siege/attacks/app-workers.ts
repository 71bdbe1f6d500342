import type { Attack } from '../attack.ts'

export const appWorkers: Attack = {
  name: 'app-workers',
  what: 'a page of a Chrome App begins and ends workers as fast as it computes',
  before: 'main stalled for 8 s',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    const tally = await page.run(
      (time) => {
        let begun = 0
        const address = URL.createObjectURL(new Blob(['']))
        for (const end = Date.now() + time; Date.now() < end; begun += 1) new Worker(address).terminate()
        return begun > 0 ? { 'have begun': begun } : {}
      },
      Math.max(500, reduce(3000)),
    )
    // It is ended as soon as the main process is seen to keep too much of them.
    return tally['have begun'] === undefined && tally['process ended'] === undefined
      ? {}
      : { 'have begun': 1 }
  },
  answered: ['have begun'],
}
