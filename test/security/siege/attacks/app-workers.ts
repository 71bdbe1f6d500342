import type { Attack } from '../attack.ts'

export const appWorkers: Attack = {
  name: 'app-workers',
  what: 'a page of a Chrome App begins and ends workers as fast as it computes',
  before: 'main stalled for 8 s',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      (time) => {
        let begun = 0
        const address = URL.createObjectURL(new Blob(['']))
        for (const end = Date.now() + time; Date.now() < end; begun += 1) new Worker(address).terminate()
        return begun > 0 ? { 'have begun': begun } : {}
      },
      Math.max(500, reduce(3000)),
    )
  },
  answered: ['have begun'],
}
