import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import type { Attack } from '../attack.ts'

export const longQueries: Attack = {
  name: 'long-queries',
  what: 'a file that is none of the app reloads itself 20 times with another query of 1,000,000 characters',
  before: '20 MB of log',
  run: async ({ open, reduce, strangeFolder }) => {
    const file = path.join(strangeFolder, 'stranger.html')
    const times = reduce(20)
    const script = `const count = Number.parseInt(location.search.slice(1) || '0')
      if (count < ${times}) onload = () => setTimeout(() => location.replace('?' + (count + 1) + 'q'.repeat(1_000_000)))
      else document.title = 'over'`
    fs.writeFileSync(file, `<!doctype html><script>${script}</script>`)
    const page = await open({ stranger: true, url: pathToFileURL(file).href })
    // What is asked of a page that goes has no answer.
    while ((await page.run(() => document.title).catch(() => '')) !== 'over') await pause(50)
  },
  refused: ['page'],
}
