import { closeChannels, consoleErrors } from '../../../support/pages/page-builtins.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { viewBytes } from '../../../../src/preload/main-world/binary.ts'
import { FacadePage } from '../../../support/pages/facade-page.ts'
import { settle } from '../../../support/until.ts'

afterEach(closeChannels)

describe('a page', () => {
  it('that throws what cannot be printed gets its next answer', async () => {
    const page = new FacadePage()
    const seen: string[] = []
    page.tcpServer.create?.({}, () => {
      throw Object.create(null)
    })
    page.tcpServer.create?.({}, () => seen.push('second'))
    await page.call(1)
    page.answer(1)
    page.answer(2)
    await settle()
    expect(seen).toEqual(['second'])
  })

  it('that throws what has a stack which cannot be read has it printed all the same', async () => {
    const page = new FacadePage()
    consoleErrors.length = 0
    page.tcpServer.create?.({}, () => {
      throw Object.defineProperty({}, 'stack', {
        get() {
          throw new Error('never')
        },
      })
    })
    await page.call(0)
    page.answer(1)
    await settle()
    expect(consoleErrors).toEqual([['Error handling response: Uncaught #<Object>']])
  })

  it('whose API has ended finds no lastError afterwards', async () => {
    const page = new FacadePage()
    page.tcpServer.create?.({}, () => {})
    page.tcpServer.create?.({}, () => {})
    await page.call(1)
    page.post({ kind: 'end' })
    await settle()
    expect('lastError' in page.chrome.runtime).toBe(false)
  })

  it('that sends a view of a detached buffer sends nothing', () => {
    const buffer = new ArrayBuffer(4)
    const views = [new DataView(buffer), new Uint8Array(buffer)]
    structuredClone(buffer, { transfer: [buffer] })
    expect(views.map((view) => viewBytes(view).byteLength)).toEqual([0, 0])
  })
})
