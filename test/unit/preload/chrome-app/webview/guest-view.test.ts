import { beforeEach, describe, expect, it } from 'vitest'
import { GuestView } from '../../../../../src/preload/chrome-app/main-world/webview/guest-view.ts'
import { methods } from '../../../../../src/preload/chrome-app/main-world/webview/methods.ts'
import type { Facade } from '../../../../../src/preload/main-world/facade.ts'

type Said = readonly [method: string, args: readonly unknown[]]
type Answer = (response?: object) => void

let guest: number
/** What answers the calls that have been made, in their order. */
let answers: Answer[]
let views: Map<number, GuestView>
let said: Said[]
let view: GuestView
let element: HTMLElement

beforeEach(() => {
  guest = 1
  said = []
  answers = []
  views = new Map()
  const calls = {
    say: (method: string, { args }: { args: readonly unknown[] }) => void said.push([method, args]),
    post(method: string, args: readonly unknown[], answer: Answer) {
      said.push([method, args])
      answers.push(answer)
    },
  }
  const target = Object.assign(new EventTarget(), { isConnected: true })
  element = target as unknown as HTMLElement
  view = new GuestView(element, { calls } as unknown as Facade, () => guest)
  view.follow(views)
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
    view.receive(guest, 'permissionrequest', { permission: 'media', requestId: 1 })
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
    const late = [askPermission().allow, askLater()]
    change()
    for (const answer of late) answer()
    expect([...find('setPermission'), ...find('answerRequest')]).toEqual([])
  })
})

describe('a guest that Electron has told the end of', () => {
  const heard = (): string[] => {
    const names: string[] = []
    for (const name of ['consolemessage', 'exit']) element.addEventListener(name, () => names.push(name))
    return names
  }

  const leave = (): void => {
    attach(1)
    answers = []
    element.dispatchEvent(new Event('destroyed'))
  }

  it('is heard of until the main process has answered what the page says then', () => {
    const names = heard()
    leave()
    views.get(1)?.receive(1, 'consolemessage', {})
    views.get(1)?.receive(1, 'exit', { processId: 1, reason: 'killed' })
    expect([names, view.hasGone, answers.length]).toEqual([['exit'], true, 1])
    answers[0]?.()
    expect([...views]).toEqual([])
  })

  it('and whose process goes then, says nothing of the next one', () => {
    const names = heard()
    leave()
    attach(2)
    views.get(1)?.receive(1, 'exit', { processId: 1, reason: 'killed' })
    expect([names, view.hasGone]).toEqual([['exit'], false])
    views.get(2)?.receive(2, 'exit', { processId: 2, reason: 'killed' })
    expect([names, view.hasGone]).toEqual([['exit', 'exit'], true])
    attach(3)
    expect(view.hasGone).toBe(false)
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
