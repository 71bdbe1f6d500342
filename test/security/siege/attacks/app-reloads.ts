import type { Attack } from '../attack.ts'

export const appReloads: Attack = {
  name: 'app-reloads',
  what: 'a Chrome App shows 4 guests which load themselves, or a frame in them, anew without ever stopping, and does so itself',
  before: 'main stalled for 8 s, took 0.6 GB',
  chromeApp: true,
  run: async ({ open }) => {
    const page = await open({ chromeApp: true })
    return page.run(async () => {
      const { count, waitFor } = window.siege
      const loops = [
        'location.reload()',
        'f.contentWindow.location.reload()',
        'location.reload(); stop()',
        'f.src = `data:text/html,${i}`; f.contentWindow.location.reload()',
      ]
      for (const [at, loop] of loops.entries()) {
        const view = document.createElement('webview')
        view.addEventListener('exit', (event) => count(`exit: ${Reflect.get(event, 'reason')}`))
        view.setAttribute('partition', `loads ${at}`)
        const source = `<iframe></iframe><script>onload = () => setTimeout(() => { const f = document.querySelector('iframe'); for (let i = 0; ; i += 1) { ${loop} } })</script>`
        view.setAttribute('src', `data:text/html,${encodeURIComponent(source)}`)
        document.documentElement.append(view)
        await waitFor('exit: killed', at, 20_000)
      }
      for (;;) location.reload()
    })
  },
  answered: ['process ended'],
}
