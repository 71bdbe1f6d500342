import { expect, it } from 'vitest'
import { Page } from '../../../../src/main/page/page.ts'
import { defaultLimits } from '../../../../src/main/install/limits.ts'
import { RefusalLog } from '../../../../src/main/watch/refusal-log.ts'
import { MemoryPort } from '../../../support/pages/memory-port.ts'
import { RecordingLogger } from '../../../support/pages/recording-logger.ts'

it('each message goes once to each logger', () => {
  const log = new RefusalLog()
  const [first, second] = [new RecordingLogger(), new RecordingLogger()]
  log.warn([first], 'a')
  log.warn([first, second], 'a')
  log.warn([first], 'b')
  expect(first.warnings).toEqual(['electron-chrome-sockets: a', 'electron-chrome-sockets: b'])
  expect(second.warnings).toEqual(['electron-chrome-sockets: a'])
})

it('of each page the first fault is reported', () => {
  const log = new RefusalLog()
  const logger = new RecordingLogger()
  const pages = [0, 1].map(() => new Page(new MemoryPort(), defaultLimits, 'app://test/'))
  for (const page of [...pages, ...pages]) for (const fault of ['x', 'y']) log.warnOfPage(page, logger, fault)
  const text = 'electron-chrome-sockets: x; what else it does wrong is not reported'
  expect(logger.warnings).toEqual([text, text])
})

it('a page that goes to ever new origins does not fill the log', () => {
  const log = new RefusalLog()
  const logger = new RecordingLogger()
  for (let i = 0; i < 5000; i += 1) log.warn([logger], `stranger ${i}`)
  expect(logger.warnings).toHaveLength(1000)
})
