import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { root } from '../support/root.ts'

const run = promisify(execFile)

/** What the compiler says of the page code in test/types/settings. */
async function compile(setting: string): Promise<string> {
  const config = path.join(root, 'test/types/settings', `tsconfig.${setting}.json`)
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  return run(process.execPath, [compiler, '-p', config]).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  )
}

describe('old and new page code type-check', () => {
  it.each([
    ['alone', 'with our types alone'],
    ['chrome', 'beside @types/chrome'],
    ['chrome-apps', 'beside @types/chrome-apps'],
    ['both', 'beside both'],
    ['app', 'with those of whole Chrome Apps, and "types" without the others'],
  ])('%s: %s', async (setting) => {
    expect(await compile(setting)).toBe('')
  })
})
