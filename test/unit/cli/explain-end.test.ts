import { expect, it } from 'vitest'
import type { Circumstances } from '../../../src/cli/explain-end.ts'
import { explainEnd } from '../../../src/cli/explain-end.ts'

const root: Circumstances = { env: {}, platform: 'linux', switches: [], userId: 0 }
const fatal = 133

it('a start as root with the sandbox comes with the switch to give', () => {
  expect(explainEnd(fatal, root)).toMatch(/^electron-chrome-sockets: as root, .* -- --no-sandbox\n$/)
})

it.each<[string, number, Partial<Circumstances>]>([
  ['an end that is none of these', 0, {}],
  ['one by another signal', 143, {}],
  ['another user', fatal, { userId: 1000 }],
  ['a system without users', fatal, { platform: 'win32', userId: undefined }],
  ['another system', fatal, { platform: 'darwin' }],
  ['a start without the sandbox', fatal, { switches: ['--no-sandbox'] }],
  ['one by the environment', fatal, { env: { ELECTRON_DISABLE_SANDBOX: '1' } }],
])('nothing is said of %s', (_what, code, other) => {
  expect(explainEnd(code, { ...root, ...other })).toBe('')
})
