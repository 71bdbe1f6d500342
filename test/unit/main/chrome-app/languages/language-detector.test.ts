import { afterEach, describe, expect, it } from 'vitest'
import { LanguageDetector } from '../../../../../src/main/chrome-app/languages/language-detector.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'
import { settle } from '../../../../support/until.ts'

/** Answers with the text itself, but for those that it breaks at and that it is silent about. */
const code = `const { parentPort } = require('node:worker_threads')
parentPort.on('message', (text) => {
  if (text === 'break') throw new Error('broken')
  if (text === 'leave') process.exit()
  if (!text.startsWith('silent')) parentPort.postMessage(text)
})`

const tooMuch = { ok: false, message: 'net::ERR_INSUFFICIENT_RESOURCES', args: [] }
const aborted = { ok: false, message: 'net::ERR_ABORTED', args: [] }

const page = {}
let loads = 0
const open = (load = async (): Promise<string> => code): LanguageDetector =>
  new LanguageDetector(() => {
    loads += 1
    return load()
  })

let detector = open()
const detect = (text: string) => detector.detect(page, text)
const succeeded = (text: string) => ({ ok: true, args: [text] })

afterEach(() => {
  detector.stop()
  detector = open()
  loads = 0
})

describe('languages of an app', () => {
  it('are told in the order of the texts, by one worker', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `text ${i}`)
    expect(await Promise.all(texts.map((text) => detect(text)))).toEqual(texts.map(succeeded))
    expect([await detect('later'), loads]).toEqual([succeeded('later'), 1])
  })

  it('are refused beyond 8 Mi characters that wait, which come back', async () => {
    const text = 'x'.repeat(1024 * 1024)
    const answers = Array.from({ length: 8 }, () => detect(text))
    expect(await detect('x')).toEqual(tooMuch)
    await Promise.all(answers)
    expect(await detect('x')).toEqual(succeeded('x'))
  })

  it('hold so many characters while they wait, each once', async () => {
    const text = `silent${'x'.repeat(1024 * 1024 - 6)}`
    let answers: Promise<unknown>[] = []
    await expectLimitToComeBack({
      limit: 8,
      take: async () => {
        const answer = detect(text)
        answers.push(answer)
        return (await Promise.race([answer, settle()])) === undefined
      },
      giveBack: async () => {
        detector.stop()
        await Promise.allSettled(answers)
        answers = []
      },
    })
  })

  it('are told by another worker when one breaks', async () => {
    const long = 'x'.repeat(8 * 1024 * 1024 - 5)
    const results = await Promise.allSettled(['break', long].map((text) => detect(text)))
    expect(results).toMatchObject([{ status: 'rejected' }, { value: succeeded(long) }])
    expect([await detect('next'), loads]).toEqual([succeeded('next'), 2])
  })

  it('are not looked for in texts of a page that has gone, which count no more', async () => {
    detector = open(
      async () => `const { parentPort } = require('node:worker_threads')
let texts = 0
parentPort.on('message', () => parentPort.postMessage(++texts))`,
    )
    const first = detect('x')
    const waiting = Array.from({ length: 8 }, () => detect('x'.repeat(1024 * 1024 - 1)))
    detector.forget(page)
    for (const { status } of await Promise.allSettled(waiting)) expect(status).toBe('rejected')
    const next = detector.detect({}, 'x'.repeat(8 * 1024 * 1024 - 1))
    expect(await Promise.all([first, next])).toMatchObject([{ args: [1] }, { args: [2] }])
  })

  it('are told by another worker when one is gone', async () => {
    await expect(detect('leave')).rejects.toThrow('the detector has ended')
    expect([await detect('next'), loads]).toEqual([succeeded('next'), 2])
  })

  it('are not told where the worker cannot be loaded', async () => {
    detector = open(async () => {
      throw new Error('not there')
    })
    await expect(detect('x')).rejects.toThrow('not there')
    await expect(detect('x')).rejects.toThrow('not there')
  })

  it('are told to nobody when the pages have gone', async () => {
    await detect('x')
    const waiting = detect(`silent${'x'.repeat(8 * 1024 * 1024 - 6)}`)
    detector.stop()
    expect(await waiting).toEqual(aborted)
    expect([await detect('next'), loads]).toEqual([succeeded('next'), 2])
  })

  it('are told to nobody when the pages go while the worker is loaded', async () => {
    const waiting = detect('x')
    detector.stop()
    expect(await waiting).toEqual(aborted)
    expect(await detect('next')).toEqual(succeeded('next'))
  })
})
