import { describe, expect, it } from 'vitest'
import { readCommandLine } from '../../../examples/web-server/main/command-line.js'

describe("the demo's command line", () => {
  it('has its defaults', () => {
    const options = { port: '8887', address: '127.0.0.1', headless: false, inspector: false, stopAfter: 0 }
    expect(readCommandLine([])).toMatchObject({ options })
  })

  it('takes switches, and leaves those of Electron alone', () => {
    const args = '--port 80 --no-sandbox --address=0.0.0.0 --lang=de --headless --stop-after 1.5'.split(' ')
    const options = { port: '80', address: '0.0.0.0', headless: true, stopAfter: 1.5 }
    expect(readCommandLine(args)).toMatchObject({ options })
  })

  it.each(['--help', '-h'])('%s names every switch', (arg) => {
    const help = readCommandLine([arg])
    expect(help).toMatchObject({ code: 0 })
    for (const name of ['port', 'address', 'headless', 'inspector', 'stop-after'])
      expect(help).toMatchObject({ answer: expect.stringContaining(`--${name}`) })
  })

  it.each([
    [['--prot', '80'], "Unknown option '--prot'. Did you mean --port? See --help.\n"],
    [['--adress=::'], "Unknown option '--adress'. Did you mean --address? See --help.\n"],
    [['--verbose'], "Unknown option '--verbose'. See --help.\n"],
    [['-x'], "Unknown option '-x'. See --help.\n"],
    [['8080'], expect.stringMatching(/^Unexpected argument '8080'.* See --help\.\n$/)],
    [['--port'], expect.stringMatching(/^Option '--port <value>' argument missing\. See/)],
    [['--headless=no'], expect.stringMatching(/^Option '--headless' does not take an argument\. See/)],
    [['--stop-after', 'soon'], "--stop-after takes seconds, not 'soon'. See --help.\n"],
  ])('%j is answered', (args, answer) => expect(readCommandLine(args)).toEqual({ answer, code: 2 }))
})
