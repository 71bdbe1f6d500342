import { describe, expect, it } from 'vitest'
import { explainMismatch } from '../../scripts/setup/lock-match.mjs'

const electron = { version: '45.4.1', integrity: 'sha512-a', dev: true }
const binding = { version: '1.0.0', integrity: 'sha512-b', optional: true }

function writeLock(packages: Record<string, unknown>) {
  return JSON.stringify({ lockfileVersion: 3, packages })
}

const wanted = writeLock({
  '': { name: 'project' },
  'node_modules/electron': electron,
  'node_modules/binding-for-another-platform': binding,
})

describe('explainMismatch', () => {
  it('is content when all is installed but packages of other platforms', () => {
    expect(explainMismatch(wanted, writeLock({ 'node_modules/electron': electron }))).toBeNull()
  })

  it('sees a node_modules that is missing or was left half installed', () => {
    expect(explainMismatch(wanted, null)).toBe('not installed yet')
  })

  it.each([
    ['another version', { 'node_modules/electron': { ...electron, version: '45.4.0' } }],
    ['other bytes', { 'node_modules/electron': { ...electron, integrity: 'sha512-x' } }],
    ['no such package', {}],
    ['one package too many', { 'node_modules/electron': electron, 'node_modules/old': electron }],
  ])('sees %s', (_what, packages) => {
    expect(explainMismatch(wanted, writeLock(packages))).toMatch(/^package-lock\.json has changed \(node_mod/)
  })
})
