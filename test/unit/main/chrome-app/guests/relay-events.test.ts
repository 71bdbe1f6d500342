import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { relayEvents } from '../../../../../src/main/chrome-app/guests/relay-events.ts'

/** What is told of a guest whose process is 7 after its first page, and 8 after the next. */
function relay(isEnded = false) {
  const told: unknown[] = []
  let processId = 6
  const contents = Object.assign(new EventEmitter(), { getProcessId: () => processId })
  relayEvents(
    contents as unknown as WebContents,
    (name, fields) => told.push([name, fields]),
    () => isEnded,
  )
  const navigate = (): void => {
    processId += 1
    contents.emit('did-navigate')
  }
  navigate()
  return { contents, navigate, told }
}

it('a process that does not answer, and one that answers again, are told by its number', () => {
  const { contents, navigate, told } = relay()
  contents.emit('unresponsive')
  contents.emit('responsive')
  navigate()
  contents.emit('unresponsive')
  expect(told).toEqual([
    ['unresponsive', { processId: 7 }],
    ['responsive', { processId: 7 }],
    ['unresponsive', { processId: 8 }],
  ])
})

it.each([
  ['clean-exit', 'normal'],
  ['abnormal-exit', 'abnormal'],
  ['killed', 'killed'],
  ['crashed', 'crashed'],
  ['launch-failed', 'failed to launch'],
])('a process that ends by %s is told in the word of Chrome, with the number that it had', (reason, word) => {
  const { contents, told } = relay()
  contents.emit('render-process-gone', {}, { reason })
  expect(told).toEqual([['exit', { processId: 7, reason: word }]])
})

it('a process that the app has ended was killed, whatever ended it', () => {
  const { contents, told } = relay(true)
  contents.emit('render-process-gone', {}, { reason: 'crashed' })
  expect(told).toEqual([['exit', { processId: 7, reason: 'killed' }]])
})

it('the console has what the page says, and nothing of what Electron says of it', () => {
  const { contents, told } = relay()
  contents.emit('console-message', {}, 2, 'a warning', 2, 'node:electron/js2c/sandbox_bundle')
  contents.emit('console-message', {}, 1, 'words', 3, 'http://a.test/a.js')
  expect(told).toEqual([
    ['consolemessage', { level: 0, message: 'words', line: 3, sourceId: 'http://a.test/a.js' }],
  ])
})
