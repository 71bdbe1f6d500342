import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { computeEnvironment, needsDisplay } from '../../scripts/setup/environment.mjs'

const root = new URL('../fixture/', import.meta.url)
const user = {
  platform: 'linux',
  arch: 'x64',
  isRoot: false,
  noSystem: false,
  env: { PATH: '/usr/bin' },
} as const

describe('computeEnvironment', () => {
  it('puts the commands of npm packages first', () => {
    const { PATH } = computeEnvironment(user, { root, display: null })
    expect(PATH).toBe(join(fileURLToPath(root), 'node_modules/.bin') + delimiter + '/usr/bin')
  })

  it('writes to the Path of Windows, not beside it', () => {
    const host = { ...user, platform: 'win32', env: { Path: 'C:\\Windows' } } as const
    const env = computeEnvironment(host, { root, display: null })
    expect(env).toMatchObject({ Path: expect.stringContaining('C:\\Windows') })
    expect(env).not.toHaveProperty('PATH')
  })

  it('leaves the sandbox on, but for root on Linux', () => {
    const compute = (host: Parameters<typeof computeEnvironment>[0]) =>
      computeEnvironment(host, { root, display: null })['ELECTRON_DISABLE_SANDBOX']
    expect(compute(user)).toBeUndefined()
    expect(compute({ ...user, isRoot: true })).toBe('1')
    expect(compute({ ...user, isRoot: true, platform: 'darwin' })).toBeUndefined()
  })

  it('sets the display that was started, else leaves the user’s own', () => {
    const own = { ...user, env: { DISPLAY: ':0' } }
    expect(computeEnvironment(user, { root, display: ':7' })['DISPLAY']).toBe(':7')
    expect(computeEnvironment(own, { root, display: null })['DISPLAY']).toBe(':0')
  })

  it('does not change the environment that it is given', () => {
    computeEnvironment(user, { root, display: ':7' })
    expect(user.env).toEqual({ PATH: '/usr/bin' })
  })
})

describe('needsDisplay', () => {
  it.each([
    ['linux', {}, true],
    ['linux', { DISPLAY: '' }, true],
    ['linux', { DISPLAY: ':0' }, false],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, false],
    ['darwin', {}, false],
    ['win32', {}, false],
  ] as const)('on %s with %o: %s', (platform, env, expected) => {
    expect(needsDisplay({ platform, env })).toBe(expected)
  })
})
