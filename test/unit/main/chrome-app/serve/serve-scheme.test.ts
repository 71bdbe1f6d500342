import type { Session } from 'electron'
import { expect, it } from 'vitest'
import type { Answer, Asked } from '../../../../../src/main/chrome-app/serve/handle.ts'
import { answer, notFound } from '../../../../../src/main/chrome-app/serve/handle.ts'
import { answerScheme } from '../../../../../src/main/chrome-app/serve/serve-scheme.ts'

const handle = async ({ headers, method, url }: Asked): Promise<Answer> => {
  if (url.endsWith('missing')) return notFound
  return answer({ 'content-type': 'text/x' }, `${method} ${url} ${headers['range'] ?? ''}`, 206)
}

it("a scheme is answered by Electron's streams, with Chromium's errors", async () => {
  const answers: Record<string, unknown> = {}
  let isFree = true
  const registerStreamProtocol = (
    _scheme: string,
    answerOne: (asked: Asked, respond: (answer: Answer) => void) => void,
  ): boolean => {
    for (const url of ['a://b/missing', 'a://b/throws'])
      answerOne({ url, method: 'GET', headers: {} }, (each) => {
        answers[url] = each
      })
    return isFree
  }
  const session = { protocol: { registerStreamProtocol } } as unknown as Session
  answerScheme(session, 'a', async (asked) => {
    if (asked.url.endsWith('throws')) throw new Error('x')
    return handle(asked)
  })
  await new Promise(setImmediate)
  expect(answers).toEqual({ 'a://b/missing': { error: -6 }, 'a://b/throws': { error: -2 } })
  isFree = false
  expect(() => answerScheme(session, 'a', handle)).toThrow('a: is answered by others')
})

it('is answered without them, too, by an Electron that has none', async () => {
  let answerOne: ((request: Request) => Promise<Response>) | undefined
  const protocol = {
    handle: (_scheme: string, given: typeof answerOne) => {
      answerOne = given
    },
  }
  answerScheme({ protocol } as unknown as Session, 'a', handle)
  const response = await answerOne?.(new Request('a://b/c', { headers: { range: 'bytes=1-' } }))
  expect([response?.status, response?.headers.get('content-type')]).toEqual([206, 'text/x'])
  expect(await response?.text()).toBe('GET a://b/c bytes=1-')
  expect((await answerOne?.(new Request('a://b/missing')))?.type).toBe('error')
})
