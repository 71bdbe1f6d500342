import { beforeEach, describe, expect, it } from 'vitest'
import { GuestView } from '../../../../../src/preload/chrome-app/main-world/webview/guest-view.ts'
import { methods } from '../../../../../src/preload/chrome-app/main-world/webview/methods.ts'
import type { Facade } from '../../../../../src/preload/main-world/facade.ts'

type Said = readonly [method: string, args: readonly unknown[]]
type Answer = (response?: object) => void

let guest: number
let said: Said[]
let view: GuestView
let element: HTMLElement

beforeEach(() => {
  guest = 1
  said = []
  const calls = {
    say: (method: string, { args }: { args: readonly unknown[] }) => void said.push([method, args]),
    post: (method: string, args: readonly unknown[]) => void said.push([method, args]),
  }
  const target = Object.assign(new EventTarget(), { isConnected: true })
  element = target as unknown as HTMLElement
  view = new GuestView(element, { calls } as unknown as Facade, () => guest)
  view.follow(new Map())
})

const attach = (id: number): void => {
  guest = id
  element.dispatchEvent(new Event('did-attach'))
}

const find = (method: string): Said[] => said.filter(([name]) => name === `webViewInternal.${method}`)

describe('what a guest has asked', () => {
  /** A question about a request, whose answer comes later. */
  function askLater(): Answer {
    let later: Answer = () => {}
    const { onAuthRequired } = view.requests.request as {
      onAuthRequired: { addListener: (...args: unknown[]) => void }
    }
    const listener = (_details: object, answer: Answer): void => void (later = answer)
    onAuthRequired.addListener(listener, { urls: [] }, ['asyncBlocking'])
    const [[, [, words]] = ['', []]] = find('addRequestListener')
    const { listenerId } = words as { listenerId: number }
    view.requests.receive({ listenerId, questionId: 1, details: {} })
    return later
  }

  /** A question about a permission, which the page keeps. */
  function askPermission(): { allow: () => void } {
    const kept: { allow: () => void }[] = []
    element.addEventListener('permissionrequest', (event) => {
      event.preventDefault()
      kept.push(Reflect.get(event, 'request') as { allow: () => void })
    })
    view.receive('permissionrequest', { permission: 'media', requestId: 1 })
    return kept[0] ?? { allow: () => {} }
  }

  it('is answered by its number, to that guest', () => {
    attach(1)
    askPermission().allow()
    askLater()({ authCredentials: { username: 'u', password: 'p' } })
    expect(find('setPermission')).toEqual([['webViewInternal.setPermission', [1, 1, 'allow', '']]])
    expect(find('answerRequest')).toMatchObject([
      ['webViewInternal.answerRequest', [1, 1, expect.anything()]],
    ])
  })

  it.each([
    ['has gone', () => element.dispatchEvent(new Event('destroyed'))],
    ['is another one, which asks by the same numbers', () => attach(2)],
  ])('is not answered when the guest %s', (_what, change) => {
    attach(1)
    const answers = [askPermission().allow, askLater()]
    change()
    for (const answer of answers) answer()
    expect([...find('setPermission'), ...find('answerRequest')]).toEqual([])
  })
})

it('a guest begins with nothing that the main process does not read', () => {
  methods['setZoom']?.(view, Number.NaN)
  methods['setUserAgentOverride']?.(view, 'x'.repeat(200_000))
  attach(1)
  expect(find('attach')).toEqual([
    [
      'webViewInternal.attach',
      [1, { viewInstanceId: view.menus.viewId, userAgentOverride: 'x'.repeat(131_072) }],
    ],
  ])
})
