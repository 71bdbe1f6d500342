import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Attack } from '../attack.ts'

export const longQueries: Attack = {
  name: 'long-queries',
  what: 'a file that is none of the app loads itself 20 times with another query of 1,000,000 characters',
  before: '20 MB of log',
  run: async ({ open, reduce, strangeFolder }) => {
    const file = path.join(strangeFolder, 'stranger.html')
    fs.writeFileSync(file, '<!doctype html>')
    const url = pathToFileURL(file).href
    const page = await open({ stranger: true, url })
    const times = reduce(20)
    for (let i = 0; i < times; i += 1) await page.load(`${url}?${i}${'q'.repeat(1_000_000)}`)
  },
  refused: ['page'],
}
