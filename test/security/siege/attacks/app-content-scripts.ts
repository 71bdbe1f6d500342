import type { Attack } from '../attack.ts'

export const appContentScripts: Attack = {
  name: 'app-content-scripts',
  what: 'a Chrome App has 10,000 files run in a guest, where 1500 may be open, and adds content scripts without end to guests that reload',
  chromeApp: true,
  descriptors: 1500,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async ({ calls, guests, seconds }) => {
        const { count, pause, readTally, settle, waitFor } = window.siege
        const act = (view: Element, name: string, ...args: unknown[]): unknown =>
          Reflect.apply(Reflect.get(view, name), view, args)
        const show = (scripts: readonly object[]): Element => {
          const view = document.createElement('webview')
          view.addEventListener('loadcommit', () => count('loadcommit'))
          view.addEventListener('loadstop', () => {
            if (scripts.length > 0) act(view, 'reload')
          })
          if (scripts.length > 0) act(view, 'addContentScripts', scripts)
          view.setAttribute('src', 'data:text/html,<title>Guest</title>')
          document.documentElement.append(view)
          return view
        }
        const first = show([])
        await waitFor('loadcommit', 0, 20_000)
        const { runtime } = window.chrome as unknown as HostedChrome
        for (let i = 0; i < calls; i += 1)
          act(first, 'executeScript', { file: 'hostile.html' }, () =>
            count(runtime.lastError?.message ?? 'run'),
          )
        await waitFor('run', 0, 20_000)
        await settle()
        const scripts = Array.from({ length: 60 }, (_, i) => ({
          name: `script ${i}`,
          matches: ['<all_urls>'],
          run_at: i % 2 === 0 ? 'document_start' : 'document_end',
          js: { code: `'${'x'.repeat(8000)}'`, files: Array(4).fill('hostile.html') },
          css: { code: `/*${'x'.repeat(8000)}*/` },
        }))
        const matches = Array.from({ length: 200 }, (_, i) => `http://${'一'.repeat(50)}.test${i}/*`)
        const views = Array.from({ length: guests }, () => show(scripts))
        for (let i = 0; i < seconds * 100; i += 1) {
          for (const view of views) act(view, 'addContentScripts', [{ name: `more ${i}`, matches }])
          await pause(10)
        }
        for (const view of [first, ...views]) view.remove()
        await settle()
        return readTally()
      },
      { calls: reduce(10_000), guests: Math.max(2, reduce(16)), seconds: Math.max(1, reduce(5)) },
    )
  },
  answered: ['loadcommit', 'run'],
}
