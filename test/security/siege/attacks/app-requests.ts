import type { Attack } from '../attack.ts'

export const appRequests: Attack = {
  name: 'app-requests',
  what: 'a Chrome App loads files of its own 5000 times and reads none of them, parts of them, and addresses of a million characters',
  chromeApp: true,
  descriptors: 1500,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { count, readTally, settle } = window.siege
      const answers: Response[] = []
      const load = async (url: string, init?: RequestInit): Promise<void> => {
        try {
          const answer = await fetch(url, init)
          answers.push(answer)
          count(String(answer.status))
        } catch {
          count('failed')
        }
      }
      for (let i = 0; i < times; i += 1) {
        void load(`main.js?${i}`)
        void load(`main.js?range${i}`, { headers: { range: `bytes=${i % 100}-${i % 7}` } })
        if (i % 100 === 0) void load(`${'../'.repeat(300_000)}etc/passwd?${i}`)
      }
      await settle()
      return readTally()
    }, reduce(5000))
  },
  answered: ['200'],
}
