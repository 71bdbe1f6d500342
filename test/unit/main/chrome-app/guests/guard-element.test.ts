import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const goneFrame = {
  get parent(): never {
    throw new Error('Render frame was disposed before WebFrameMain could be accessed')
  },
  frameTreeNodeId: 5,
}

interface Frame {
  readonly frameTreeNodeId: number
  readonly osProcessId?: number
  readonly parent: Frame | null
}

const page: Frame = { frameTreeNodeId: 1, osProcessId: 77, parent: null }
const inner: Frame = { frameTreeNodeId: 2, parent: page }
const other: Frame = { frameTreeNodeId: 3, parent: page }
const deep: Frame = { frameTreeNodeId: 4, parent: inner }
const frames: Readonly<Record<string, Frame>> = {
  1: page,
  2: inner,
  3: other,
  4: deep,
  5: goneFrame,
  token: other,
}
const find = (processId: number, name: number | string): Frame | undefined => {
  if (Number.isNaN(name)) throw new TypeError('conversion failure')
  return processId === 7 ? frames[name] : undefined
}
const ended: number[] = []
vi.mock('../../../../../src/main/ipc/end-renderer.ts', () => ({
  endRenderer: ({ pid }: { pid: number }) => void ended.push(pid),
}))
vi.mock('electron', () => ({ webFrameMain: { fromId: find, fromFrameToken: find } }))

const { guardElement } = await import('../../../../../src/main/chrome-app/guests/guard-element.ts')

const prefix = 'GUEST_VIEW_MANAGER_'
let host: EventEmitter & { isDestroyed: () => boolean }
/** What is to be done later. */
let later: (() => void)[]
let isPaced = false
let heard: unknown[]

/** What Electron's own listener is given; in Electron 33 there is one word more before the channel. */
function say(channel: string, args: unknown[], event = '-ipc-invoke', asker: object = page): unknown {
  heard = []
  ended.length = 0
  host.emit(event, { processId: 7, senderFrame: asker }, true, channel, args)
  return heard[3]
}

const pace = {
  add: (_weight: number, act: () => void): boolean => {
    if (isPaced) later.push(act)
    else act()
    return later.length < 3
  },
}

beforeEach(() => {
  isPaced = false
  later = []
  host = Object.assign(new EventEmitter(), { isDestroyed: () => false })
  for (const name of ['-ipc-invoke', '-ipc-message-sync'])
    host.on(name, function (this: unknown, ...words: unknown[]) {
      if (this === host) heard = words
    })
  guardElement(host as unknown as WebContents, pace)
})

it.each(['-ipc-invoke', '-ipc-message-sync'])(
  'of what comes by %s only what the element needs has its words',
  (event) => {
    for (const method of ['reload', 'capturePage', '__proto__', 1, null, undefined, {}])
      expect(say(`${prefix}CALL`, [5, method, ['x']], event)).toEqual([5])
    for (const key of ['GET', 'SET'])
      expect(say(`${prefix}PROPERTY_${key}`, [5, 'zoomFactor', 2], event)).toEqual([5])
    expect(say(`${prefix}ANYTHING_NEW`, [5, 6], event)).toEqual([5])
    expect(say(`${prefix}CALL`, [], event)).toEqual([])
    expect(say(`${prefix}CALL`, [5, 'loadURL', ['x']], event)).toEqual([5, 'loadURL', ['x']])
    expect(say(`${prefix}DETACH_GUEST`, [5], event)).toEqual([5])
    expect(say('BROWSER_SANDBOX_LOAD', [5, 6], event)).toEqual([5, 6])
    expect(heard.slice(1, 3)).toEqual([true, 'BROWSER_SANDBOX_LOAD'])
  },
)

it('a guest is shown in a frame of the one that asks, once', () => {
  const create = (name: unknown, asker?: object): unknown =>
    say(`${prefix}CREATE_AND_ATTACH_GUEST`, [name, 1, {}], '-ipc-invoke', asker)
  for (const name of [1, 4, 9, -1, Number.NaN, 'no token', undefined, null, {}, [2], true])
    expect(create(name)).toEqual([name])
  expect(create(2, other)).toEqual([2])
  expect(create(2)).toEqual([2, 1, {}])
  expect(create(2)).toEqual([2])
  expect(create('token')).toEqual(['token', 1, {}])
  expect(create(3)).toEqual([3])
  expect(create(4, inner)).toEqual([4, 1, {}])
  expect(say(`${prefix}CREATE_AND_ATTACH_GUEST`, [2, 1, {}], '-ipc-invoke', Object(null))).toEqual([2])
})

describe('a guest that is made later', () => {
  const create = (asker: object = page): unknown =>
    say(`${prefix}CREATE_AND_ATTACH_GUEST`, [2, 1, {}], '-ipc-invoke', asker)
  const makeAll = (): void => {
    for (const act of later) act()
  }
  beforeEach(() => {
    isPaced = true
  })

  it('is made in its turn, and what else is said is heard at once', () => {
    expect(create()).toBeUndefined()
    expect(say(`${prefix}DETACH_GUEST`, [5])).toEqual([5])
    makeAll()
    expect(heard[3]).toEqual([2, 1, {}])
  })

  it('is not made where too many wait', () => {
    expect([create(), create(), create()]).toEqual([undefined, undefined, [2]])
  })

  it('is not made twice in a frame', () => {
    create()
    create()
    makeAll()
    expect(heard[3]).toEqual([2])
  })

  it('is not made in a frame that has gone by then', () => {
    say(`${prefix}CREATE_AND_ATTACH_GUEST`, [5, 1, {}])
    makeAll()
    expect(heard[3]).toEqual([5])
  })

  it('is nothing where its page has gone by then', () => {
    create()
    host.isDestroyed = () => true
    makeAll()
    expect(heard).toEqual([])
  })

  it.each<[string, PropertyDescriptor]>([
    ['is null', { value: null }],
    ['is undefined', { value: undefined }],
    [
      'cannot be had',
      {
        get: () => {
          throw new Error('disposed')
        },
      },
    ],
  ])('is not made where the frame that asked %s by then', (_what, descriptor) => {
    const asker = { processId: 7, senderFrame: page }
    heard = []
    host.emit('-ipc-invoke', asker, true, `${prefix}CREATE_AND_ATTACH_GUEST`, [9, 1, {}])
    Object.defineProperty(asker, 'senderFrame', descriptor)
    makeAll()
    expect(heard[3]).toEqual([9])
  })
})

/** As long as the page's own code in front of Electron's lets any be. */
const attributes = {
  src: 'x'.repeat(2 * 1024 * 1024 + 1),
  ...Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`attribute${i}`, 'x'.repeat(131_072)])),
}

function nest(depth: number): object {
  let value = {}
  for (let i = 0; i < depth; i += 1) value = { value }
  return value
}

const circle: unknown[] = []
circle.push(circle)

it.each<[string, unknown]>([
  ['an address of 50 million characters', { src: 'x'.repeat(50_000_000) }],
  ['many attributes', Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [i, '']))],
  ['an attribute with a long name', { ['x'.repeat(10_000_000)]: '' }],
  ['a long list', Array.from({ length: 1_000_000 })],
  ['bytes', new Uint8Array(50_000_000)],
  ['a map', new Map()],
  ['what is deep', nest(100_000)],
  ['what has no end', circle],
])('a process that says %s is ended, and Electron does not hear it', (_what, said) => {
  for (const event of ['-ipc-invoke', '-ipc-message-sync']) {
    for (const [channel, args] of [
      ['CREATE_AND_ATTACH_GUEST', [2, 1, said]],
      ['CALL', [5, 'loadURL', [said]]],
      ['ANYTHING_NEW', said],
    ] as const) {
      say(`${prefix}${channel}`, args as unknown[], event)
      expect(ended).toEqual([77])
      expect(heard).toEqual([])
    }
  }
})

it.each([5, null, undefined, true, 'loadURL', { length: 1 }])(
  'a process that says %j in place of a list is ended',
  (said) => {
    for (const channel of ['CREATE_AND_ATTACH_GUEST', 'CALL', 'DETACH_GUEST', 'ANYTHING_NEW']) {
      say(`${prefix}${channel}`, said as unknown as unknown[])
      expect(ended).toEqual([77])
      expect(heard).toEqual([])
    }
  },
)

it('what is said of other things, and all that an element says, ends nothing', () => {
  say(`${prefix}CREATE_AND_ATTACH_GUEST`, [2, 1, { instanceId: 1, ...attributes }])
  expect(heard[3]).toEqual([2, 1, { instanceId: 1, ...attributes }])
  say('BROWSER_SANDBOX_LOAD', ['x'.repeat(50_000_000)])
  expect(heard).not.toEqual([])
  expect(ended).toEqual([])
})
