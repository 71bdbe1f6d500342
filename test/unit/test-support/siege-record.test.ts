import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'

const record = new URL('../../security/siege/app/record.js', import.meta.url).href

/** Fails in all ways, in a process of its own, and prints what was noted, twice. */
const script = `
  import { EventEmitter } from 'node:events'
  import { takeFaults } from ${JSON.stringify(record)}
  process.on('uncaughtException', () => {})
  setImmediate(() => { throw new Error('thrown') })
  void Promise.reject(new Error('rejected'))
  const emitter = new EventEmitter()
  for (let i = 0; i < 20; i += 1) emitter.on('event', () => {})
  process.emitWarning('of no leak')
  setImmediate(() => {
    const taken = [takeFaults(), takeFaults()]
    for (let i = 0; i < 100; i += 1) void Promise.reject(i)
    setImmediate(() => {
      console.log(JSON.stringify([...taken, takeFaults().length]))
      process.exit()
    })
  })
`

it('the siege notes what main throws, rejects and leaks, so much and no more, until it is taken', () => {
  const args = ['--input-type=module', '--eval', script]
  const printed = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [first, second, many] = JSON.parse(printed) as [string[], string[], number]
  const faults = first.map((fault) => fault.split('\n')[0])
  const leak = /^warned: MaxListenersExceededWarning: Possible EventEmitter memory leak detected\. /
  expect(faults).toHaveLength(3)
  expect(faults).toContain('uncaught: Error: thrown')
  expect(faults).toContain('rejected and not handled: Error: rejected')
  expect(faults).toContainEqual(expect.stringMatching(leak))
  expect([second, many]).toEqual([[], 20])
})
