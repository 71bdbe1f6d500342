import { spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { awaitEnd } from '../../../src/cli/await-end.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})

afterEach(() => {
  vi.useRealTimers()
})

/** A program that does this when it is told to end. */
async function start(act: string) {
  const script = `
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { ${act} })
    setInterval(() => {}, 1000)
    console.log('ready')`
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  const source = new EventEmitter()
  const ended = awaitEnd(child, source)
  await once(child.stdout, 'data')
  return { child, ended, source }
}

it.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
])('a program that does not end by %s is killed after ten seconds', async (signal, code) => {
  const { child, ended, source } = await start(`console.log('heard')`)
  source.emit(signal)
  await once(child.stdout, 'data')
  vi.advanceTimersByTime(9999)
  source.emit(signal)
  await once(child.stdout, 'data')
  vi.advanceTimersByTime(1)
  expect(await ended).toBe(code)
  expect(child.signalCode).toBe('SIGKILL')
})

it('one that ends has its own exit code, and nothing waits any more', async () => {
  const { ended, source } = await start('process.exit(3)')
  source.emit('SIGTERM')
  expect(await ended).toBe(3)
  expect(vi.getTimerCount()).toBe(0)
})

it('one that something else has ended has the code of that signal', async () => {
  const { child, ended } = await start('')
  child.kill('SIGKILL')
  expect(await ended).toBe(137)
})
