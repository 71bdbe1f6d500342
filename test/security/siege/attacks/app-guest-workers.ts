import type { Attack } from '../attack.ts'

export const appGuestWorkers: Attack = {
  name: 'app-guest-workers',
  what: 'a Chrome App shows a guest which begins and ends workers as fast as it computes, and one that renames itself, and takes them away',
  before: 'main stalled for more than 100 s',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async (time) => {
        const { count, pause, readTally, waitFor } = window.siege
        for (const loop of ['new Worker("data:,").terminate()', 'name = "x" + Math.random()']) {
          const view = document.createElement('webview')
          view.addEventListener('consolemessage', () => count('has begun'))
          view.setAttribute('partition', loop)
          const source = `<script>onload = () => setTimeout(() => {
            console.log(1)
            for (const end = Date.now() + ${time}; Date.now() < end; ) ${loop}
          }, 100)</script>`
          view.setAttribute('src', `data:text/html,${encodeURIComponent(source)}`)
          document.documentElement.append(view)
        }
        await waitFor('has begun', 1, 20_000)
        await pause(time)
        for (const view of document.querySelectorAll('webview')) view.remove()
        return readTally()
      },
      Math.max(500, reduce(3000)),
    )
  },
  answered: ['has begun'],
}
