import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { readProcesses } from '../../scripts/process/process-tree.mjs'

const wrapper = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url))

function startWrapper(...command: string[]) {
  return startWith(['--', ...command])
}

function startWith(args: string[], more: NodeJS.ProcessEnv = {}) {
  // As within another run: by hand, `npm ci` must not replace node_modules under the tests.
  const env = { ...process.env, ELECTRON_CHROME_SOCKETS_RUN: 'tests', ...more }
  const child = spawn(process.execPath, [wrapper, ...args], { env, stdio: ['ignore', 'pipe', 'ignore'] })
  const output = child.stdout.setEncoding('utf8')
  return { child, output, ended: once(child, 'exit') as Promise<[number]> }
}

function isAlive(pid: number) {
  return readProcesses().some(([each]) => each === pid)
}

describe.runIf(process.platform === 'linux')(
  'the wrapper of npm start and npm test',
  { timeout: 20_000 },
  () => {
    it('ends with the exit code of the command', async () => {
      const { ended } = startWrapper('node', '-e', 'process.exit(7)')
      expect(await ended).toEqual([7, null])
    })

    it('finds the commands of npm packages, and an Electron', async () => {
      const { output } = startWrapper('electron', '--version')
      expect(String(await once(output, 'data'))).toMatch(/^v\d+\./)
    })

    it('runs npm scripts before the command', async () => {
      const { output, ended } = startWith(['setup+setup', '--', 'echo', 'after', '--no-system'])
      expect(String(await once(output, 'data'))).toBe('after\n')
      expect(await ended).toEqual([0, null])
    })

    it.each(['no-such-script', 'setup+no-such-script'])(
      'does not run the command when a script of %s fails',
      async (scripts) => {
        const { output, ended } = startWith([scripts, '--', 'echo', 'after'])
        expect((await output.toArray()).join('')).not.toContain('after')
        expect(await ended).toEqual([1, null])
      },
    )

    it('sets nothing up within another run', async () => {
      const broken = { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }
      expect(await startWith(['--', 'echo', 'after'], broken).ended).toEqual([0, null])
    })

    it('says so when the command does not exist', async () => {
      const { ended } = startWrapper('no-such-command')
      expect(await ended).toEqual([1, null])
    })

    it('takes the whole tree along on SIGTERM, a detached grandchild too', async () => {
      const grandchild = "const { spawn } = require('child_process')"
      const sleeper = `spawn('sleep', ['60'], { detached: true, stdio: 'ignore' })`
      const { child, output, ended } = startWrapper(
        'node',
        '-e',
        `${grandchild}; console.log(${sleeper}.pid)`,
      )
      const pid = Number(await once(output, 'data'))
      expect(isAlive(pid)).toBe(true)
      child.kill()
      expect(await ended).toEqual([143, null])
      expect(isAlive(pid)).toBe(false)
    })
  },
)
