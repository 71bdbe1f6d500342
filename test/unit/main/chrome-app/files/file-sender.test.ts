import type { WebContents } from 'electron'
import { expect, it } from 'vitest'
import { FileSender } from '../../../../../src/main/chrome-app/files/file-sender.ts'
import { AskerGone } from '../../../../../src/main/chrome-app/turn-queue.ts'

/** A page, and the files that it gets: each batch when it is let in. */
function createPage() {
  const got: string[] = []
  let letIn = (): void => {}
  const results: Readonly<Record<string, object>> = {
    'Page.getFrameTree': { frameTree: { frame: { id: 'frame' } } },
    'Page.createIsolatedWorld': { executionContextId: 1 },
    'Runtime.evaluate': { result: { objectId: 'input' } },
  }
  const tools = {
    isAttached: () => true,
    once: () => {},
    async sendCommand(command: string, { files = [] }: { files?: string[] } = {}) {
      if (command === 'DOM.setFileInputFiles') {
        await new Promise<void>((resolve) => {
          letIn = resolve
        })
        got.push(...files)
      }
      return results[command]
    },
  }
  return { contents: { debugger: tools } as unknown as WebContents, got, letIn: () => letIn() }
}

it('a page that has gone has no more files sent, and the numbers of those that are stay in step', async () => {
  const { contents, got, letIn } = createPage()
  const sender = new FileSender(contents, 'event')
  const gone = new AbortController()
  const { signal: stays } = new AbortController()
  const first = sender.send('first', stays)
  const dropped = Array.from({ length: 100 }, (_, i) => sender.send(`dropped ${i}`, gone.signal))
  const last = sender.send('last', stays)
  gone.abort()
  const outcomes = Promise.allSettled(dropped)
  await new Promise(setImmediate)
  letIn()
  for (const outcome of await outcomes) expect(outcome).toMatchObject({ reason: expect.any(AskerGone) })
  await new Promise(setImmediate)
  letIn()
  expect([await first, await last, got]).toEqual([0, 1, ['first', 'last']])
})
