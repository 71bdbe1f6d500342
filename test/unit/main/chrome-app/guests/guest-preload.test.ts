import vm from 'node:vm'
import { expect, it, vi } from 'vitest'
import { findGuestPreload, writeRun } from '../../../../../src/main/chrome-app/guests/guest-preload.ts'

vi.mock('../../../../../src/main/install/preload-path.ts', () => ({
  unpackPreload: ({ text }: { text: string }) => text,
}))

/** The world of a guest's preload scripts, as far as there is one in Node; what scripts of the app run in is another one. */
function createWorld(): (code: string) => Promise<unknown> {
  const apps = vm.createContext({})
  const runInWorld = async (world: number, [script]: { code: string }[]): Promise<unknown> =>
    world === 1042 ? (vm.runInContext(script?.code ?? '', apps) as unknown) : undefined
  const webFrame = {
    executeJavaScript: () => {},
    executeJavaScriptInIsolatedWorld: runInWorld,
  }
  const world = vm.createContext({ require: () => ({ webFrame }), structuredClone })
  vm.runInContext(findGuestPreload(), world)
  return (code) => vm.runInContext(writeRun(code), world) as Promise<unknown>
}

it.each([
  ['1 + 1', '[2]'],
  ['"\\u2028\'`${1}\\\\"', JSON.stringify(["\u2028'`${1}\\"])],
  ['({ a: [1, null] })', '[{"a":[1,null]}]'],
  ['Promise.resolve("later")', '["later"]'],
  ['undefined', '[null]'],
  ['const a = {}; a.a = a; a', null],
  ['() => {}', null],
  ['throw new Error()', null],
  ['1 +', null],
])('what the script %s of an app comes to is written in the guest', async (code, json) => {
  expect(await createWorld()(code)).toBe(json)
})

it('what a script comes to is no longer than main takes', async () => {
  const run = createWorld()
  const most = 4 * 1024 * 1024
  expect(await run(`'x'.repeat(${most - 4})`)).toHaveLength(most)
  expect(await run(`'x'.repeat(${most - 3})`)).toBe(null)
})

it('a script cannot change how it is written', async () => {
  const run = createWorld()
  await run(
    'JSON.stringify = () => "mine"; globalThis.structuredClone = () => "mine"; String.prototype.toJSON = () => "mine"',
  )
  expect(await run('"text"')).toBe('["text"]')
  expect(await run('typeof electronChromeSocketsRun')).toBe('["undefined"]')
})
