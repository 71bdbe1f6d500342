import type { Attack } from '../attack.ts'

export const appGuestMenus: Attack = {
  name: 'app-guest-menus',
  what: 'a Chrome App puts 20,000 items with long titles and 1000 patterns into the menus of 500 <webview>s, one below the other, changes and removes them, and has menus shown that nobody asked for',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    const tally = await page.run(async (times) => {
      const { openPort, readTally, settle, waitFor } = window.siege
      const port = await openPort()
      const call = (key: string, ...args: unknown[]): object => ({
        kind: 'call',
        id: 1,
        method: `webViewMenus.${key}`,
        args,
      })
      const long = 'x'.repeat(10_000)
      const patterns = Array.from({ length: 1000 }, (_, i) => `*://*.test/${i}*`).join('\n')
      const play = (i: number): object[] => {
        const view = i % 500
        const parent = i < 500 ? {} : { parentId: `${i - 500}` }
        return [
          call('contextMenusCreate', view, { id: `${i}`, title: i % 50 === 0 ? long : '%s', ...parent }),
          call('contextMenusCreate', 0, { id: i, title: 'x', type: 'radio', checked: true }),
          call('contextMenusUpdate', 0, i, { checked: true, parentId: i - 1 }),
          call('contextMenusUpdate', view, `${i}`, { title: long, parentId: `${i}` }),
          call('contextMenusUpdate', view, `${i}`, { targetUrlPatterns: i % 50 === 0 ? patterns : '' }),
          call('showContextMenu', i, i),
          ...(i % 100 === 99 ? [call('contextMenusRemove', 0, 0)] : []),
          ...(i % 5000 === 4999 ? [call('contextMenusRemoveAll', view)] : []),
        ]
      }
      for (let i = 0; i < times; i += 16) {
        port.postMessage([0, undefined, ...Array.from({ length: 16 }, (_, more) => play(i + more)).flat()])
        await waitFor('The guest has gone.', i)
      }
      await settle()
      return readTally()
    }, reduce(20_000))
    return Object.fromEntries(Object.entries(tally).filter(([answer]) => !answer.startsWith('Cannot find')))
  },
  answered: ['done', 'There are too many menu items.', 'Unknown error.'],
}
