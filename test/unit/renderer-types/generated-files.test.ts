import fs from 'node:fs'
import { expect, it } from 'vitest'
import { generateFiles } from '../../../scripts/generate/generate-files.ts'

const files = await generateFiles()

it('writes types and the tables of the docs', () => {
  expect([...files.keys()]).toEqual([
    'src/renderer-types/chrome-sockets.d.ts',
    'src/renderer-types/globals.d.ts',
    'src/renderer-types/globals-sockets.d.ts',
    'src/renderer-types/globals-app.d.ts',
    'src/main/types.ts',
    'README.md',
    'docs/limits.md',
    'docs/chrome-apps.md',
    'SECURITY.md',
    'docs/differences.md',
  ])
})

it.each([...files])('%s is as it is generated', (file, text) => {
  const onDisk = fs.readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')
  expect(onDisk, `${file} is out of date: run npm run generate`).toBe(text)
})
