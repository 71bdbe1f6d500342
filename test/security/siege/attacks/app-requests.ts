import type { Attack } from '../attack.ts'

export const appRequests: Attack = {
  name: 'app-requests',
  what: 'a Chrome App loads files of its own 5000 times and reads none of them, parts of them, by odd methods and with long headers, and addresses of a million characters, wrong ones among them',
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
      const odd = [
        '%',
        '%00',
        '%E0%A4%A',
        '%2e%2e/%2e%2e/etc/passwd',
        '..%2f..%2fetc%2fpasswd',
        '..%5c..%5cetc',
        'main.js/',
        'main.js%00.html',
        '.',
        `${'a/'.repeat(50_000)}b`,
        'x'.repeat(100_000),
        '%F0%9F%92%A9'.repeat(10_000),
        '//127.0.0.1/main.js',
        '_generated_background_page.html/..;/main.js',
      ]
      for (let i = 0; i < times; i += 1) {
        void load(`main.js?${i}`)
        void load(`main.js?range${i}`, { headers: { range: `bytes=${i % 100}-${i % 7}` } })
        const method = ['POST', 'PUT', 'OPTIONS', 'PROPFIND', 'x'.repeat(1000), 'get', 'HEAD'][i % 7] ?? ''
        const body = ['HEAD', 'get'].includes(method) ? {} : { body: new Uint8Array(i % 10_000) }
        if (i % 10 === 0) void load(`main.js?method${i}`, { method, ...body })
        if (i % 50 === 0) void load(`main.js?header${i}`, { headers: { x: 'y'.repeat(100_000) } })
        if (i % 10 === 0) void load(`${odd[(i / 10) % odd.length]}?${i}`)
        if (i % 100 === 0) void load(`${'../'.repeat(300_000)}etc/passwd?${i}`)
      }
      await settle()
      return readTally()
    }, reduce(5000))
  },
  answered: ['200'],
}
