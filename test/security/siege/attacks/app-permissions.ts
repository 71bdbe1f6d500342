import type { Attack } from '../attack.ts'

export const appPermissions: Attack = {
  name: 'app-permissions',
  what: 'a Chrome App shows 8 guests which ask for the state of their permissions, and for the screen, without ever stopping',
  before: 'main stalled for 2.8 s',
  chromeApp: true,
  run: async ({ open }) => {
    const page = await open({ chromeApp: true })
    return page.run(async () => {
      const { count, pause, readTally, waitFor } = window.siege
      const loops = [
        'navigator.permissions.query({ name: "geolocation" })',
        'document.documentElement.requestFullscreen().catch(() => {})',
      ]
      for (let i = 0; i < 8; i += 1) {
        const view = document.createElement('webview')
        view.addEventListener('exit', (event) => count(`exit: ${Reflect.get(event, 'reason')}`))
        view.setAttribute('partition', `asks ${i}`)
        const source = `<script>onload = () => setTimeout(() => { for (;;) ${loops[i % loops.length]} })</script>`
        view.setAttribute('src', `data:text/html,${encodeURIComponent(source)}`)
        document.documentElement.append(view)
      }
      await waitFor('exit: killed', 0, 20_000)
      await pause(1000)
      for (const view of document.querySelectorAll('webview')) view.remove()
      return readTally()
    })
  },
  answered: ['exit: killed'],
}
