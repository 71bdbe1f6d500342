import type { Attack } from '../attack.ts'

export const appGuestConsole: Attack = {
  name: 'app-guest-console',
  what: 'a Chrome App shows 100 guests which fill their consoles, and change their titles and icons, without ever stopping',
  before: 'main stalled for 14 s',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async (guests) => {
        const { count, pause, readTally, waitFor } = window.siege
        const loops = [
          'console.log(1)',
          'document.title = i',
          'icon.href = `data:image/png,${i}`',
          'console.log("x".repeat(100000))',
        ]
        for (let i = 0; i < guests; i += 1) {
          const view = document.createElement('webview')
          view.addEventListener('exit', (event) => count(`exit: ${Reflect.get(event, 'reason')}`))
          view.setAttribute('partition', `loud ${i}`)
          const loop = `for (let i = 0; ; i += 1) ${loops[i % loops.length]}`
          const source = `<link rel="icon" id="icon" href="data:,"><script>onload = () => setTimeout(() => { ${loop} })</script>`
          view.setAttribute('src', `data:text/html,${encodeURIComponent(source)}`)
          document.documentElement.append(view)
          if (i % 10 === 9) await pause(100)
        }
        await waitFor('exit: killed', 0, 20_000)
        await pause(1000)
        for (const view of document.querySelectorAll('webview')) view.remove()
        return readTally()
      },
      Math.max(4, reduce(100)),
    )
  },
  answered: ['exit: killed'],
}
