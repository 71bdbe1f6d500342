import type { Attack } from '../attack.ts'

/** The app is the server of its guests: there are no locks without an origin. */
async function flood(time: number): Promise<Record<string, number>> {
  const { count, readTally, servePages, settle, waitFor } = window.siege
  const compute = (act: string): readonly [string, string] => [
    'text/html',
    `<script>
    onload = () => setTimeout(async () => {
      console.log('begins')
      let last
      for (const end = Date.now() + ${time}, at = { i: 0 }; Date.now() < end; at.i += 1) last = ${act}
      await last
      console.log('ends')
    }, 1500)
  </script>`,
  ]
  const port = await servePages({
    '/floods': compute("navigator.locks.request('a' + at.i, () => {})"),
    '/computes': compute('at.i'),
  })
  for (let i = 0; i < 8; i += 1) {
    const view = document.createElement('webview')
    view.addEventListener('consolemessage', (event) => count(String(Reflect.get(event, 'message'))))
    view.setAttribute('partition', `locks ${i}`)
    view.setAttribute('src', `http://127.0.0.1:${port}/${i < 4 ? 'floods' : 'computes'}`)
    document.documentElement.append(view)
  }
  await waitFor('begins', 7, 20_000)
  // What goes with its locks is another matter: main frees all of them at once.
  await waitFor('ends', 7, 40_000)
  for (const view of document.querySelectorAll('webview')) view.remove()
  await settle()
  return readTally()
}

export const appManyLocks: Attack = {
  name: 'app-many-locks',
  what: 'a Chrome App shows four guests that ask for locks as fast as they compute, and four that only compute, all at once',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(flood, Math.max(500, reduce(4000)))
  },
  answered: ['ends'],
}
