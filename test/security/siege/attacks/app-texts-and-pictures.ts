import type { Attack } from '../attack.ts'

export const appTextsAndPictures: Attack = {
  name: 'app-texts-and-pictures',
  what: 'a Chrome App asks 300 times for the language of 100,000 characters of many scripts, notifies 40 times of pictures of 4096 times 4096 points, and stores a million characters from ten windows at once, each ten times',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(
      async ({ length, pictures, texts, windows }) => {
        const { count, pause, readTally, waitFor } = window.siege
        const { app, i18n, notifications, runtime, storage } = window.chrome as unknown as HostedChrome
        const answer = (): void => count(runtime.lastError?.message ?? 'ok')
        const words = ['language ', 'язык ', '言語', 'γλώσσα ', 'भाषा ', 'اللغة ', '언어 ']
        const long = Array.from({ length: 20_000 }, (_, i) => words[i % words.length])
          .join('')
          .slice(0, 100_000)
        for (let i = 0; i < texts; i += 1) {
          i18n.detectLanguage(`${i}${long}`, () => count(runtime.lastError?.message ?? 'detected'))
          if (i % 50 === 0) await pause(5)
        }
        await waitFor('detected', 0, 20_000)
        const canvas = new OffscreenCanvas(4096, 4096)
        canvas.getContext('2d')?.fillRect(0, 0, 2000, 2000)
        const picture = await canvas.convertToBlob()
        const iconUrl = await new Promise<string>((resolve) => {
          const reader = new FileReader()
          reader.addEventListener('load', () => {
            if (typeof reader.result === 'string') resolve(reader.result)
          })
          reader.readAsDataURL(picture)
        })
        const options = { type: 'image', iconUrl, imageUrl: iconUrl, title: 'x', message: 'y' }
        for (let i = 0; i < pictures; i += 1) {
          const shown = new Promise<void>((resolve) =>
            notifications.create(`${i}`, options, () => resolve(answer())),
          )
          if (i % 10 === 9) await shown
        }
        await waitFor('ok', 0, 20_000)
        const value = 'x'.repeat(length)
        const set = (chrome: HostedChrome, items: object): Promise<void> =>
          new Promise((resolve) => {
            chrome.storage.local.set(items, () => resolve(count('stored')))
          })
        const made = await Promise.all(
          Array.from(
            { length: windows },
            () =>
              new Promise<AppWindowLike | undefined>((resolve) => {
                app.window.create('hostile.html', { hidden: true }, resolve)
              }),
          ),
        )
        const chromes = made.map((each) => each?.contentWindow.chrome as unknown as HostedChrome)
        for (let round = 0; round < 10; round += 1)
          await Promise.all(chromes.map((each, i) => set(each, { [`key ${i}`]: `${round}${value}` })))
        await new Promise((resolve) => {
          storage.local.clear(() => resolve(undefined))
        })
        for (const each of made) each?.close()
        return readTally()
      },
      {
        length: reduce(1_000_000),
        pictures: reduce(40),
        texts: reduce(300),
        windows: Math.max(2, reduce(10)),
      },
    )
  },
  answered: ['detected', 'ok', 'stored'],
}
