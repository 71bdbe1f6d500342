import { consoleErrors } from '../../../support/pages/page-builtins.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { EventSource } from '../../../../src/preload/main-world/event.ts'

interface LooseEvent {
  addListener: (...args: unknown[]) => unknown
  removeListener: (...args: unknown[]) => unknown
  hasListener: (...args: unknown[]) => unknown
  hasListeners: (...args: unknown[]) => unknown
  dispatch: (...args: unknown[]) => unknown
}

let interest: boolean[]
let source: EventSource
let event: LooseEvent

beforeEach(() => {
  consoleErrors.length = 0
  interest = []
  source = new EventSource((listening) => interest.push(listening))
  event = source.chromeEvent as LooseEvent
})

const f = (): void => {}

describe('the object of an event', () => {
  it('has its methods as own properties, in the order of Chrome', () => {
    expect(Object.keys(event)).toEqual([
      'addListener',
      'removeListener',
      'hasListener',
      'hasListeners',
      'dispatch',
    ])
    expect(Object.prototype.toString.call(event)).toBe('[object Object]')
  })

  it('has methods like those of Chrome: named, without parameters, no constructors', () => {
    expect(event.addListener.name).toBe('addListener')
    expect(event.addListener).toHaveLength(0)
    expect('prototype' in event.addListener).toBe(false)
    expect(Object.getOwnPropertyDescriptor(event, 'addListener')).toMatchObject({
      configurable: true,
      enumerable: true,
      writable: true,
    })
  })

  it('refuses methods that were taken off it', () => {
    for (const method of Object.values(event) as (() => unknown)[]) {
      expect(() => method()).toThrow(
        new TypeError('Illegal invocation: Function must be called on an object of type Event'),
      )
    }
  })
})

describe('hasListener', () => {
  it('wants an argument', () => {
    expect(() => event.hasListener()).toThrow(new TypeError('Insufficient number of arguments.'))
  })

  it.each<[unknown, string]>([
    [1, ''],
    [{}, ''],
    [null, 'null'],
    [undefined, 'undefined'],
    ['s', 's'],
  ])('refuses %o with the text of Chrome', (value, text) => {
    expect(() => event.hasListener(value)).toThrow(
      new TypeError(`Error processing argument at index 0, conversion failure from ${text}`),
    )
  })

  it('knows functions by identity', () => {
    event.addListener(f)
    expect(event.hasListener(f)).toBe(true)
    expect(event.hasListener(() => {})).toBe(false)
  })
})

describe('addListener', () => {
  it.each([
    [f, {}],
    [f, undefined],
    [f, null],
    [f, f],
  ])('refuses filters, whatever they are', (...args) => {
    expect(() => event.addListener(...args)).toThrow(new TypeError('This event does not support filters'))
    expect(event.hasListeners()).toBe(false)
  })

  it.each([[[]], [[1]], [[null]], [[{}]], [[undefined, {}]]])('ignores what is no function: %o', (args) => {
    expect(event.addListener(...args)).toBeUndefined()
    expect(event.removeListener(...args)).toBeUndefined()
    expect(event.hasListeners()).toBe(false)
  })

  it('adds a function once', () => {
    event.addListener(f)
    event.addListener(f)
    event.removeListener(f)
    expect(event.hasListener(f)).toBe(false)
    expect(event.hasListeners('extra')).toBe(false)
  })
})

describe('interest', () => {
  it('is told with the first listener and with the last one only', () => {
    const g = (): void => {}
    event.addListener(f)
    event.addListener(g)
    event.removeListener(f)
    expect(interest).toEqual([true])
    event.removeListener(() => {})
    event.removeListener(g)
    event.removeListener(g)
    expect(interest).toEqual([true, false])
    event.addListener(f)
    expect(interest).toEqual([true, false, true])
  })
})

describe('a dispatch', () => {
  it('calls the listeners in the order in which they were added, with the same object', () => {
    const seen: unknown[][] = []
    event.addListener((info: unknown) => seen.push(['a', info]))
    event.addListener((info: unknown) => seen.push(['b', info]))
    const info = {}
    source.dispatch([info])
    expect(seen).toEqual([
      ['a', info],
      ['b', info],
    ])
    expect(seen[0]?.[1]).toBe(seen[1]?.[1])
  })

  it('may be made by the page itself', () => {
    const seen: unknown[][] = []
    event.addListener((...args: unknown[]) => seen.push(args))
    event.addListener(() => undefined)
    expect(event.dispatch(1, 2)).toEqual({ results: [1] })
    expect(seen).toEqual([[1, 2]])
  })

  it('goes on with the listeners it began with', () => {
    const seen: string[] = []
    const c = (): number => seen.push('c')
    const b = (): number => seen.push('b')
    const a = (): void => {
      seen.push('a')
      event.removeListener(b)
      event.addListener(c)
    }
    event.addListener(a)
    event.addListener(b)
    source.dispatch([])
    expect(seen).toEqual(['a', 'b'])
    source.dispatch([])
    expect(seen).toEqual(['a', 'b', 'a', 'c'])
  })

  it('goes on when a listener throws, and says so as Chrome does', () => {
    const seen: string[] = []
    event.addListener(() => {
      throw new Error('boom')
    })
    event.addListener(() => {
      throw 5 as unknown as Error
    })
    event.addListener(() => seen.push('last'))
    source.dispatch([])
    expect(seen).toEqual(['last'])
    expect(consoleErrors).toHaveLength(2)
    expect(consoleErrors[0]?.[0]).toMatch(/^Error in event handler: Error: boom\n {4}at /)
    expect(consoleErrors[1]).toEqual(['Error in event handler: Uncaught 5'])
  })

  it('calls listeners with the window as this', () => {
    const seen: unknown[] = []
    event.addListener(function (this: unknown) {
      seen.push(this)
    })
    source.dispatch([])
    expect(seen).toEqual([globalThis])
  })
})
