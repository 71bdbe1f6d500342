import type { Attack } from '../attack.ts'

/** Electron shows guests wherever it is told. */
export const appGuestFrames: Attack = {
  name: 'app-guest-frames',
  what: "a Chrome App that was taken over has guests shown in frames of its own, two in one, in frames that go, and in place of the page itself, as Electron's element asks for them",
  before: 'main died',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async (rounds) => {
        const { count, findElectrons, pause, readTally, settle } = window.siege
        const view = document.createElement('webview')
        document.documentElement.append(view)
        const { internal } = findElectrons(view)
        const make = (frame: unknown, element: unknown, params: unknown): void => {
          try {
            internal.createGuest(frame, element, params).then(
              () => count('made'),
              () => count('refused'),
            )
          } catch {
            count('no frame')
          }
        }
        const addFrame = (src = 'about:blank'): HTMLIFrameElement => {
          const frame = document.createElement('iframe')
          frame.src = src
          document.documentElement.append(frame)
          return frame
        }
        const acts: readonly ((element: number, params: object) => void | Promise<void>)[] = [
          (element, params) => {
            const frame = addFrame()
            for (const other of [element, element + 1, element]) make(frame, other, params)
          },
          (element, params) => {
            const frame = addFrame()
            make(frame, element, params)
            frame.remove()
          },
          async (element, params) => {
            const frame = addFrame('hostile.html')
            await pause(50)
            make(frame, element, params)
            frame.src = 'hostile.html?again'
          },
          (_element, params) => {
            const preferences = { partition: {}, webpreferences: 'a=b,'.repeat(10_000) }
            make(addFrame(), 'x'.repeat(100_000), { ...params, ...preferences })
          },
          () => {
            for (const params of [undefined, null, 1, [], {}]) make(addFrame(), {}, params)
          },
          (element, params) => make(view, element, params),
        ]
        for (let round = 0; round < rounds; round += 1) {
          await acts[round % acts.length]?.(1000 * round, { instanceId: round, src: 'data:text/html,x' })
          await pause(20)
        }
        window.compromised.pretendFrames()
        for (let round = 0; round < rounds; round += 1) make(addFrame(), round, { instanceId: round })
        await settle()
        return readTally()
      },
      Math.max(6, reduce(60)),
    )
  },
  answered: ['made', 'refused', 'no frame'],
}
