import { expect, it } from 'vitest'
import { life } from '../../../../../src/main/chrome-app/services/life.ts'
import type { ServiceCall } from '../../../../../src/main/chrome-app/services/service.ts'

it('only the background page says what pages have between them, and that they are through', () => {
  const background = {}
  const said: unknown[][] = []
  const host = {
    isBackground: (page: unknown) => page === background,
    life: {
      notePorts: (areOpen: boolean) => said.push(['ports', areOpen]),
      confirmSuspending: (round: number, isHeard: boolean) => said.push(['through', round, isHeard]),
    },
  }
  for (const page of [{}, background]) {
    const call = { app: {}, host, page } as unknown as ServiceCall
    expect(life.notePorts(call, true)).toMatchObject({ ok: true })
    expect(life.confirmSuspending(call, 1, false)).toMatchObject({ ok: true })
  }
  expect(said).toEqual([
    ['ports', true],
    ['through', 1, false],
  ])
})
