import { EventEmitter } from 'node:events'
import { afterEach, expect, it, vi } from 'vitest'

const electron = vi.hoisted(() => ({ app: {} as object }))
vi.mock('electron', () => electron)

/** A program with switches, as Chromium keeps them: the last one counts. */
class Program extends EventEmitter {
  readonly switches = new Map<string, string>()
  isReady = (): boolean => false
  readonly commandLine = {
    appendSwitch: (name: string, value: string): void => void this.switches.set(name, value),
    getSwitchValue: (name: string): string => this.switches.get(name) ?? '',
  }
}

async function load(program: Program): Promise<() => boolean> {
  vi.resetModules()
  electron.app = program
  const { canCancel } = await import('../../../../../src/main/chrome-app/guests/navigation-switches.ts')
  return canCancel
}

const ours = {
  'disable-features': 'QueueNavigationsWhileWaitingForCommit,Prerender2,PlzDedicatedWorker',
  'enable-features': 'SkipEarlyCommitPendingForCrashedFrame',
}

afterEach(() => vi.resetModules())

it('the features that cancel pages on their way are set beside those that the program has set', async () => {
  const program = new Program()
  program.switches.set('disable-features', 'One,Two')
  const canCancel = await load(program)
  expect(Object.fromEntries(program.switches)).toEqual({
    ...ours,
    'disable-features': `One,Two,${ours['disable-features']}`,
  })
  expect(canCancel()).toBe(false)
  program.emit('ready')
  expect(canCancel()).toBe(true)
})

it('nothing can be cancelled where the program has set features of its own in place of ours', async () => {
  const program = new Program()
  const canCancel = await load(program)
  program.commandLine.appendSwitch('disable-features', 'One')
  program.emit('ready')
  expect(canCancel()).toBe(false)
})

it('where the program is ready nothing is set, and what counts is what was set before', async () => {
  const program = new Program()
  program.isReady = () => true
  expect((await load(program))()).toBe(false)
  expect(program.switches.size).toBe(0)
  for (const [name, feature] of Object.entries(ours)) program.switches.set(name, feature)
  expect((await load(program))()).toBe(true)
})
