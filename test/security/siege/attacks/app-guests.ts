import type { Attack } from '../attack.ts'

export const appGuests: Attack = {
  name: 'app-guests',
  what: 'a Chrome App makes 100 <webview>s, each in a partition of its own, whose pages ask for windows and dialogs and fill their consoles without end',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async ({ calls, guests }) => {
        const { count, pause, readTally, settle, waitFor } = window.siege
        const source = `<script>
          setInterval(() => {
            for (let i = 0; i < 20; i += 1) {
              console.log('x'.repeat(10000))
              open('http://127.0.0.1:9/' + 'y'.repeat(10000))
            }
            confirm('z'.repeat(100000))
          }, 10)
        </script>`
        const views = Array.from({ length: guests }, (_, i) => {
          const view = document.createElement('webview')
          for (const name of ['consolemessage', 'dialog', 'newwindow', 'loadcommit'])
            view.addEventListener(name, () => count(name))
          view.setAttribute('partition', `partition ${i}`)
          view.setAttribute('src', `data:text/html,${encodeURIComponent(source)}`)
          document.documentElement.append(view)
          return view
        })
        for (const name of ['loadcommit', 'newwindow', 'dialog']) await waitFor(name, 0, 20_000)
        for (let i = 0; i < calls; i += 1) {
          const view = views[i % views.length]
          for (const name of ['executeScript', 'insertCSS']) {
            const method = Reflect.get(Object(view), name) as (...args: unknown[]) => void
            method.call(view, { code: ' '.repeat(100_000) }, () => count('called'))
          }
          if (i % 50 === 0) await pause(5)
        }
        await pause(1000)
        for (const view of views) view.remove()
        await settle()
        return readTally()
      },
      { calls: reduce(2000), guests: reduce(100) },
    )
  },
  answered: ['consolemessage', 'dialog', 'loadcommit', 'newwindow'],
}
