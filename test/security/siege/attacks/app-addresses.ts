import type { Attack } from '../attack.ts'

export const appAddresses: Attack = {
  name: 'app-addresses',
  what: 'a Chrome App has windows, icons, links, and files and requests of its guests at hosts of 129,000 different CJK characters',
  before: 'main stalled for 10 s a time',
  chromeApp: true,
  run: async ({ open, reduce }) => {
    const page = await open({ chromeApp: true })
    return page.run(async (times) => {
      const { openPort, readTally, settle } = window.siege
      const codes = Array.from({ length: 129_000 }, (_, i) => 0x4e00 + (i % 20_000))
      const host = codes.map((code) => String.fromCharCode(code)).join('')
      const url = `http://${host}/`
      const call = (method: string, ...args: unknown[]): object => ({ kind: 'call', id: 1, method, args })
      const calls = [
        call('currentWindow.open', `${' '.repeat(2000)}${url}`, undefined),
        call('currentWindow.setIcon', `//${host}`),
        call('browser.openTab', { url }),
        call('webViewInternal.executeScript', 1, '', { file: url }),
        call('webViewInternal.insertCSS', 1, '', { file: 'http://[' }),
        call('webViewInternal.loadDataWithBaseUrl', 1, 'data:,x', url, undefined),
        call('webViewInternal.answerRequest', 1, 1, { redirectUrl: url }),
      ]
      const port = await openPort()
      for (let said = 0; said < times; said += 1)
        for (const each of calls) port.postMessage([0, undefined, each])
      await settle()
      return readTally()
    }, reduce(20))
  },
  answered: ['The URL used for window creation must be local for security reasons.'],
}
