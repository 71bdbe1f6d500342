import type { Attack } from '../attack.ts'

export const appPictures: Attack = {
  name: 'app-pictures',
  what: 'a Chrome App has pictures taken of guests of 20,000 by 20,000 points, which are full of noise, 400 times, and takes them away while as many are asked for',
  before: 'main stalled for 2.2 s',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async ({ guests, rounds, side }) => {
        const { count, readTally, settle, waitFor } = window.siege
        const source = `<body style="margin:0"><canvas width="2000" height="2000" style="width:100%"></canvas><script>
          const context = document.querySelector('canvas').getContext('2d')
          const image = context.createImageData(2000, 2000)
          for (let i = 0; i < image.data.length; i += 65536) crypto.getRandomValues(image.data.subarray(i, i + 65536))
          context.putImageData(image, 0, 0)
        </script>`
        const { app } = window.chrome as unknown as HostedChrome
        const shown = await new Promise<Window>((resolve, reject) =>
          app.window.create('hostile.html', {}, (made) =>
            made === undefined ? reject(new Error('no window')) : resolve(made.contentWindow),
          ),
        )
        // Whose element it is has the error.
        const { runtime } = shown.chrome as unknown as HostedChrome
        const sizes = [side, 4000, 1000]
        const views = Array.from({ length: guests }, (_, i) => {
          const view = shown.document.createElement('webview')
          const size = sizes[i % sizes.length] ?? 0
          view.style.cssText = `position: absolute; left: 0; top: 0; width: ${size}px; height: ${size}px`
          view.addEventListener('loadstop', () => count('loadstop'))
          view.setAttribute('src', `data:text/html,${encodeURIComponent(source)}`)
          shown.document.documentElement.append(view)
          return view
        })
        for (let i = 0; i < guests; i += 1) await waitFor('loadstop', i, 20_000)
        const take = (view: Element, options: object): Promise<void> =>
          new Promise((resolve) => {
            const method: unknown = Reflect.get(view, 'captureVisibleRegion')
            const done = (url?: string): void => {
              const format = url?.slice(0, url.indexOf(';'))
              count(
                runtime.lastError?.message ??
                  (url !== undefined && url.length > 1000 ? `${format}` : 'empty'),
              )
              resolve()
            }
            Reflect.apply(method as never, view, [options, done])
          })
        for (let round = 0; round < rounds; round += 1) {
          const format = round % 2 === 0 ? 'png' : 'jpeg'
          await Promise.all(views.map((view) => take(view, { format, quality: 100 })))
        }
        for (let i = 0; i < rounds; i += 1) for (const view of views) void take(view, {})
        for (const view of views) view.remove()
        await settle()
        return readTally()
      },
      { guests: Math.max(3, reduce(40)), rounds: Math.max(2, reduce(10)), side: 20_000 },
    )
  },
  answered: ['data:image/png', 'data:image/jpeg'],
}
