import type { Attack } from '../attack.ts'

/** What ends a guest, or its process, in the turn in which something else is done to it. */
export const appGuestsLeave: Attack = {
  name: 'app-guests-leave',
  what: 'a Chrome App does everything to guests that it takes away, or whose process it ends, in that turn, by the methods of Chrome and of Electron',
  before: 'main died',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async (rounds) => {
        const { count, findElectrons, pause, readTally, settle } = window.siege
        const call = (target: unknown, name: string, ...args: unknown[]): unknown => {
          try {
            return Reflect.apply(Reflect.get(Object(target), name), target, args)
          } catch {
            return count('refused')
          }
        }
        const answer = (): void => count('answered')
        const asWell = ['reload', 'reloadIgnoringCache', 'goBack', 'stop', 'findInPage', 'setZoomFactor']
        const acts: readonly ((view: Element) => unknown)[] = [
          (view) => {
            const { guestId, internal } = findElectrons(view)
            for (const name of asWell) call(internal, 'invokeSync', guestId, name, [])
            for (const name of ['loadURL', 'capturePage', 'executeJavaScript']) {
              const done = call(internal, 'invoke', guestId, name, ['data:text/html,x'])
              if (done instanceof Promise) done.then(answer, answer)
            }
          },
          (view) => call(view, 'reload'),
          (view) => call(view, 'back', answer),
          (view) => call(view, 'executeScript', { code: 'alert(1)' }, answer),
          (view) => call(view, 'executeScript', { file: 'hostile.js' }, answer),
          (view) => call(view, 'insertCSS', { code: 'p {}' }, answer),
          (view) => call(view, 'captureVisibleRegion', {}, answer),
          (view) => call(view, 'clearData', {}, { cache: true, cookies: true }, answer),
          (view) => call(view, 'find', 'Guest', {}, answer),
          (view) => call(view, 'setZoom', 2, answer),
          (view) => call(view, 'loadDataWithBaseUrl', 'data:text/html,x', 'http://a.test/', ''),
          (view) => call(view, 'setUserAgentOverride', 'agent'),
          (view) => call(view, 'setAudioMuted', true),
          (view) => call(view, 'print'),
          (view) => view.setAttribute('src', 'data:text/html,other'),
        ]
        const ends: readonly ((view: Element) => unknown)[] = [
          (view) => call(view, 'terminate'),
          (view) => view.remove(),
          (view) => document.documentElement.append(view),
        ]
        /** What a guest was to show comes to main; Electron keeps the guest until this page has let go of it. */
        const keepBusy = (): void => {
          const end = performance.now() + 300
          while (performance.now() < end);
        }
        const play = async (round: number): Promise<void> => {
          const [act, end] = [acts[round % acts.length], ends[Math.floor(round / 2) % ends.length]]
          const view = document.createElement('webview')
          const loaded = new Promise((resolve) => {
            view.addEventListener('loadstop', resolve)
            setTimeout(resolve, 20_000)
          })
          view.addEventListener('loadstop', () => count('loadstop'))
          view.setAttribute('src', 'data:text/html,<title>Guest</title>')
          document.documentElement.append(view)
          await (round % 4 === 3 ? pause(round) : loaded)
          if (round % 2 === 0) end?.(view)
          act?.(view)
          end?.(view)
          for (let again = 0; again < 3; again += 1) {
            act?.(view)
            await pause(again * 10)
          }
          view.remove()
        }
        /** Its process is ended while another one loads what it is to show. */
        const turnAway = async (delay: number): Promise<void> => {
          const view = document.createElement('webview')
          const loaded = new Promise((resolve) => view.addEventListener('loadstop', resolve))
          view.setAttribute('src', 'data:text/html,<title>Guest</title>')
          document.documentElement.append(view)
          await loaded
          view.setAttribute('src', 'data:text/html,other')
          await pause(delay)
          call(view, 'terminate')
          await pause(1)
          keepBusy()
          view.remove()
        }
        for (let delay = 10; delay <= 50; delay += 10) await turnAway(delay)
        for (let round = 0; round < rounds; round += 4)
          await Promise.all([0, 1, 2, 3].map((more) => play(round + more)))
        await settle()
        return readTally()
      },
      Math.max(4, reduce(60)),
    )
  },
  answered: ['loadstop'],
}
