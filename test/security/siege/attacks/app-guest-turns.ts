import type { Attack } from '../attack.ts'

export const appGuestTurns: Attack = {
  name: 'app-guest-turns',
  what: 'a Chrome App shows 5 guests which begin and end workers and write lines by turns, each for moments that are too short to be caught',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async (time) => {
        const { count, pause, readTally, waitFor } = window.siege
        const source = (begin: number): string => `<script>
          const over = Date.now() + ${time}
          const turn = () => {
            for (let i = 0; i < 130; i += 1) console.log(1)
            const end = Date.now() + Math.random() * 150
            while (Date.now() < end) new Worker('data:,').terminate()
            if (Date.now() < over) setTimeout(turn, Math.random() * 300)
          }
          onload = () => setTimeout(turn, ${begin})
        </script>`
        for (let i = 0; i < 5; i += 1) {
          const view = document.createElement('webview')
          view.addEventListener('consolemessage', () => count('has begun'))
          view.setAttribute('partition', `turns ${i}`)
          view.setAttribute('src', `data:text/html,${encodeURIComponent(source(100 * i))}`)
          document.documentElement.append(view)
        }
        await waitFor('has begun', 1, 20_000)
        await pause(time)
        for (const view of document.querySelectorAll('webview')) view.remove()
        return readTally()
      },
      Math.max(1000, reduce(8000)),
    )
  },
  answered: ['has begun'],
}
