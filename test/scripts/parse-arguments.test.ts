import { describe, expect, it } from 'vitest'
import { parseArguments } from '../../scripts/electron-runtime/default-app/parse-arguments.mjs'

describe('the command line of the default app', () => {
  it.each([
    [['.'], { action: 'run', path: '.', modules: [] }],
    [['--inspect=0', 'app', '--version', 'b'], { action: 'run', path: 'app', modules: [] }],
    [
      ['-r', './a.cjs', '--require', 'b', 'main.js'],
      { action: 'run', path: 'main.js', modules: ['./a.cjs', 'b'] },
    ],
    [['--app=main.js'], { action: 'run', path: 'main.js', modules: [] }],
    [['--version'], { action: 'version', path: '', modules: [] }],
    [['-v'], { action: 'version', path: '', modules: [] }],
    [['--abi'], { action: 'abi', path: '', modules: [] }],
    [['-a'], { action: 'abi', path: '', modules: [] }],
    [[], { action: 'usage', path: '', modules: [] }],
    [['--trace-warnings'], { action: 'usage', path: '', modules: [] }],
    [['-r'], { action: 'usage', path: '', modules: [] }],
  ])('%j', (args, expected) => {
    expect(parseArguments(args)).toEqual(expected)
  })
})
