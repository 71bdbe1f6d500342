import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cleanUp } from '../../scripts/process/clean-up.mjs'
import { findProgram } from '../../scripts/setup/find-program.mjs'
import { setup, workers } from '../global-setup.ts'

beforeEach(() => {
  for (const name of ['PATH', 'ELECTRON_DISABLE_SANDBOX']) vi.stubEnv(name, process.env[name])
  for (const name of ['WAYLAND_DISPLAY', 'TEST_DISPLAYS']) vi.stubEnv(name, undefined)
})
afterEach(() => {
  cleanUp()
  vi.unstubAllEnvs()
})

describe.runIf(findProgram('Xvfb', process.env))('the set-up of tests in Electron', () => {
  it('starts a display where there is none', async () => {
    vi.stubEnv('DISPLAY', undefined)
    await setup()
    expect(process.env['DISPLAY']).toMatch(/^:\d+$/)
  })

  it('leaves a display that is there', async () => {
    vi.stubEnv('DISPLAY', ':7777')
    await setup()
    expect(process.env['DISPLAY']).toBe(':7777')
  })

  it('starts one more for each worker, once', async () => {
    vi.stubEnv('DISPLAY', ':7777')
    await setup()
    const displays = process.env['TEST_DISPLAYS']
    expect(new Set(displays?.split(' ')).size).toBe(workers)
    await setup()
    expect(process.env['TEST_DISPLAYS']).toBe(displays)
  })
})
