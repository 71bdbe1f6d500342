import { describe, expect, it } from 'vitest'
import { parseCommandLine } from '../../scripts/setup/command-line.mjs'

const vitest = { command: 'vitest', args: ['run', '--', 'a'] }

describe('parseCommandLine', () => {
  it.each([
    [[], { scripts: [], commands: [] }],
    [['--'], { scripts: [], commands: [] }],
    [['build'], { scripts: ['build'], commands: [] }],
    [['--', 'vitest', 'run', '--', 'a'], { scripts: [], commands: [vitest] }],
    [['build', 'lint', '--', 'vitest', 'run', '--', 'a'], { scripts: ['build', 'lint'], commands: [vitest] }],
  ])('takes %j for npm scripts and a command', (argv, expected) => {
    expect(parseCommandLine(argv, {})).toEqual({ ...expected, noSystem: false })
  })

  it.each([
    [['--no-system'], { scripts: [], commands: [] }],
    [['--no-system', 'build'], { scripts: ['build'], commands: [] }],
    [
      ['build', '--', 'electron', '--no-system', '--headless'],
      { scripts: ['build'], commands: [{ command: 'electron', args: ['--headless'] }] },
    ],
  ])('sees the flag in %j, and takes it away', (argv, expected) => {
    expect(parseCommandLine(argv, {})).toEqual({ ...expected, noSystem: true })
  })

  it.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['', false],
  ])('understands ELECTRON_CHROME_SOCKETS_NO_SYSTEM=%s', (value, noSystem) => {
    const env = { ELECTRON_CHROME_SOCKETS_NO_SYSTEM: value }
    expect(parseCommandLine(['build'], env)).toEqual({ scripts: ['build'], commands: [], noSystem })
  })
})
