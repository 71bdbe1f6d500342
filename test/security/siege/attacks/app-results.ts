import type { Attack } from '../attack.ts'

export const appResults: Attack = {
  name: 'app-results',
  what: 'a Chrome App runs scripts in a guest that come to texts of 15 million characters, to lists as long, to 150,000 values, and to what has no end, or never come to anything',
  before: 'main stalled for 10 s',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async ({ length, times }) => {
        const { count, readTally, waitFor } = window.siege
        const view = document.createElement('webview')
        view.addEventListener('loadstop', () => count('loadstop'))
        view.setAttribute('src', 'data:text/html,<title>guest</title>')
        document.documentElement.append(view)
        await waitFor('loadstop', 0, 20_000)
        const { runtime } = window.chrome
        const run = (code: string): Promise<void> =>
          new Promise((resolve) => {
            const method: unknown = Reflect.get(view, 'executeScript')
            const done = (results?: readonly unknown[]): void => {
              const [result] = results ?? []
              count(runtime.lastError?.message ?? (result === null ? 'null' : typeof result))
              resolve()
            }
            Reflect.apply(method as never, view, [{ code }, done])
          })
        await run("'x'.repeat(1000)")
        const codes = [
          `'x'.repeat(${length})`,
          `'\\u4e00'.repeat(${length / 2})`,
          `Array.from({ length: ${length / 100} }, (_, i) => i)`,
          `Array.from({ length: ${length / 1000} }, (_, i) => ({ ['key' + i]: i }))`,
          `new Uint8Array(${length})`,
          `new Array(${length})`,
          `const a = []; for (let i = 0, at = a; i < 5000; i += 1) at.push(at = []); a`,
          `({ toJSON: () => 'x'.repeat(${length}) })`,
          `window`,
        ]
        for (let i = 0; i < times; i += 1) for (const code of codes) await run(code)
        void run('new Promise(() => {})')
        view.remove()
        return readTally()
      },
      { length: Math.max(5_000_000, reduce(15_000_000)), times: reduce(2) },
    )
  },
  answered: ['string', 'null'],
}
