import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { installDebianPackages } from '../../scripts/setup/apt.mjs'
import { SetupError } from '../../scripts/setup/say.mjs'

let folder: string

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'apt-'))
  vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  // It knows the t64 names only, as Debian 13 does.
  writeProgram('apt-cache', 'case "$*" in *t64) exit 0;; *) exit 1;; esac')
  writeProgram('apt-get', `echo "$*" >> ${path.join(folder, 'calls')}`)
})
afterEach(() => {
  vi.restoreAllMocks()
  fs.rmSync(folder, { recursive: true })
})

function writeProgram(name: string, script: string) {
  fs.writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
}

function install(who: { isRoot: boolean; noSystem: boolean }) {
  const host = { platform: 'linux', arch: 'x64', env: { PATH: folder }, ...who } as const
  return installDebianPackages(['libgtk-3-0', 'xvfb'], 'libgtk-3.so.0', host)
}

function readCalls() {
  const file = path.join(folder, 'calls')
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
}

describe.skipIf(process.platform === 'win32')('installDebianPackages', () => {
  it('installs as root, by the names that this system has', async () => {
    await install({ isRoot: true, noSystem: false })
    expect(readCalls()).toMatch(/ update\n.* install -y --no-install-recommends libgtk-3-0t64 xvfb\n$/)
  })

  it.each([
    ['root under --no-system', { isRoot: true, noSystem: true }, 'apt-get install'],
    ['a user', { isRoot: false, noSystem: false }, 'sudo apt-get install'],
    ['a user under --no-system', { isRoot: false, noSystem: true }, 'sudo apt-get install'],
  ])('calls no apt-get for %s, and says what to install by hand', async (_who, who, command) => {
    const failure = install(who)
    await expect(failure).rejects.toThrow(SetupError)
    await expect(failure).rejects.toThrow(
      `missing: libgtk-3.so.0. Please run: ${command} --no-install-recommends libgtk-3-0t64 xvfb`,
    )
    expect(readCalls()).toBe('')
  })
})
