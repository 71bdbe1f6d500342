import type { Session } from 'electron'
import { expect, it, vi } from 'vitest'
import type { Partition } from '../../../../../src/main/chrome-app/guests/prepare-session.ts'
import { prepareSession } from '../../../../../src/main/chrome-app/guests/prepare-session.ts'

vi.mock('electron', () => ({ protocol: { registerSchemesAsPrivileged: () => {} } }))

type Handler = (
  contents: unknown,
  name: string,
  callback: (isAllowed: boolean) => void,
  details: object,
) => void

/** What the page is asked, and what a guest of an app with these permissions is answered without a question. */
function request(name: string, held: readonly string[]) {
  const asked: unknown[] = []
  const answers: boolean[] = []
  const own = {
    on: () => {},
    protocol: { handle: () => {} },
    setDevicePermissionHandler: () => {},
    setPermissionCheckHandler: () => {},
    setPermissionRequestHandler(handler: Handler) {
      handler({}, name, (isAllowed) => answers.push(isAllowed), { requestingUrl: 'http://a.test/page' })
    },
  }
  const questions = { ask: (_name: string, fields: object) => asked.push(fields) }
  const partition = { held: new Set(held), findGuest: () => ({ questions }), noteAsked: () => {} }
  prepareSession(own as unknown as Session, partition as unknown as Partition)
  return { asked, answers }
}

it.each([
  ['fullscreen', 'app.window.fullscreen', { origin: 'http://a.test/' }],
  ['geolocation', 'geolocation', { url: 'http://a.test/' }],
])('a guest may ask its page for %s where the app may have it', (permission, held, requestInfo) => {
  expect(request(permission, [held])).toEqual({ asked: [{ permission, requestInfo }], answers: [] })
  expect(request(permission, ['webview'])).toEqual({ asked: [], answers: [false] })
})

it('a guest may ask its page for the pointer, and nobody for what else there is', () => {
  expect(request('pointerLock', []).answers).toEqual([])
  expect(request('notifications', ['notifications'])).toEqual({ asked: [], answers: [false] })
})

it("a download that comes when its guest has gone is nobody's", () => {
  const guest = {}
  const guests = new Map([[1, guest]])
  let download = (_event: object, _item: object, _contents: object | null): void => {}
  const own = {
    on: (_name: string, listener: typeof download) => void (download = listener),
    protocol: { handle: () => {} },
    setDevicePermissionHandler: () => {},
    setPermissionCheckHandler: () => {},
    setPermissionRequestHandler: () => {},
  }
  const begun: unknown[] = []
  const partition = {
    findGuest: ({ id }: { id: number }) => guests.get(id),
    downloads: { begin: (_item: object, whose: unknown) => begun.push(whose) > 0 && whose !== undefined },
  }
  prepareSession(own as unknown as Session, partition as unknown as Partition)
  const prevented: unknown[] = []
  for (const contents of [{ id: 1 }, { id: 2 }, null])
    download({ preventDefault: () => prevented.push(contents) }, {}, contents)
  expect([begun, prevented]).toEqual([
    [guest, undefined, undefined],
    [{ id: 2 }, null],
  ])
})

it('what a guest asks, and whether it may, is noted, and so are frames by the page that they are in', () => {
  const handlers: ((...words: unknown[]) => unknown)[] = []
  const add = (handler: (...words: unknown[]) => unknown): void => void handlers.push(handler)
  const own = {
    on: () => {},
    protocol: { handle: () => {} },
    setDevicePermissionHandler: () => {},
    setPermissionCheckHandler: add,
    setPermissionRequestHandler: add,
  }
  const noted: unknown[] = []
  const partition = {
    held: new Set(),
    findGuest: () => undefined,
    noteAsked: (...words: unknown[]) => noted.push(words),
  }
  prepareSession(own as unknown as Session, partition as unknown as Partition)
  const [check, ask] = handlers
  expect(check?.('guest', 'media', 'http://a.test/', {})).toBe(false)
  expect(check?.(null, 'media', 'http://b.test/', { embeddingOrigin: 'http://a.test/' })).toBe(false)
  ask?.('guest', 'media', () => {}, { requestingUrl: 'http://a.test/' })
  expect(noted).toEqual([
    ['media', 'guest', undefined],
    ['media', null, 'http://a.test/'],
    ['media', 'guest'],
  ])
})
