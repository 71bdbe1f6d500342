import { expect, it } from 'vitest'
import { Chatter } from '../../../../src/main/chrome-app/chatter.ts'

/** Pages by name, what was ended, and a clock. */
function create() {
  const ended: string[] = []
  const held = new Set<string>()
  let now = 0
  const chatter = new Chatter<{ name: string }>(
    ({ name }) => ended.push(name),
    {
      get isEmpty() {
        return held.size === 0
      },
      add: ({ name }) => held.add(name),
    },
    () => now,
  )
  const pages = new Map<string, { name: string }>()
  const find = (name: string): { name: string } => {
    const page = pages.get(name) ?? { name }
    pages.set(name, page)
    return page
  }
  return {
    ended,
    held,
    forget: (name: string) => chatter.forget(find(name)),
    pass: (milliseconds: number, isHeld = false) => {
      now += milliseconds
      if (!isHeld) held.clear()
    },
    say: (name: string, lines: number, characters = 0, weight = 1) => {
      for (let i = 0; i < lines; i += 1) chatter.charge(find(name), characters, weight)
    },
  }
}

it('ends a page that says more than 10,000 lines at a go, once', () => {
  const { ended, say } = create()
  say('loud', 10_000)
  expect(ended).toEqual([])
  say('loud', 50_000)
  expect(ended).toEqual(['loud'])
})

it('counts a line as much as its page weighs', () => {
  const { ended, say } = create()
  say('own', 40_000, 0, 1 / 4)
  expect(ended).toEqual([])
  say('own', 1, 0, 1 / 4)
  expect(ended).toEqual(['own'])
})

it('counts long lines by their characters', () => {
  const { ended, say } = create()
  say('long', 99, 100_000)
  expect(ended).toEqual([])
  say('long', 1, 100_000)
  expect(ended).toEqual(['long'])
})

it('ends no page that goes on with 4000 lines a second, however late they come', () => {
  const { ended, pass, say } = create()
  for (let second = 0; second < 60; second += 1) {
    pass(1000)
    say('steady', 4000)
  }
  pass(5000)
  say('steady', 10_000)
  expect(ended).toEqual([])
})

it('lends nothing for a time in which nothing was said', () => {
  const { ended, pass, say } = create()
  pass(3_600_000)
  say('loud', 10_001)
  expect(ended).toEqual(['loud'])
})

it('of many pages ends the one that has said the most, and lets the others be', () => {
  const { ended, say } = create()
  say('quiet', 300)
  for (let i = 0; i < 19; i += 1) say(`guest ${i}`, 500 + i)
  say('guest 3', 200)
  expect(ended).toEqual(['guest 3'])
  say('quiet', 200)
  expect(ended).toEqual(['guest 3'])
})

it('ends one after the other where all of them go on', () => {
  const { ended, say } = create()
  for (let round = 0; round < 20_000; round += 1) for (let i = 0; i < 8; i += 1) say(`guest ${i}`, 1)
  expect(ended.toSorted()).toEqual(Array.from({ length: 8 }, (_, i) => `guest ${i}`).slice(0, ended.length))
  expect(ended.length).toBeGreaterThanOrEqual(7)
})

it('charges the next process of a window anew', () => {
  const { ended, forget, say } = create()
  say('loud', 10_001)
  forget('loud')
  say('loud', 10_000)
  expect(ended).toEqual(['loud'])
  say('loud', 1)
  expect(ended).toEqual(['loud', 'loud'])
})

it('holds up whoever speaks when more has been said within 100 milliseconds than in a frame of all guests', () => {
  const { held, pass, say } = create()
  for (let i = 0; i < 50; i += 1) {
    say('steady', 400)
    pass(100, true)
  }
  expect([...held]).toEqual([])
  say('loud', 600)
  expect([...held]).toEqual([])
  say('loud', 1)
  expect([...held]).toEqual(['loud'])
  pass(100)
  say('loud', 600)
  expect([...held]).toEqual([])
})

it('holds up nobody for the noise of others, and of those who are as loud as each other all', () => {
  const { held, say } = create()
  say('loud', 700)
  say('quiet', 1)
  expect([...held]).toEqual(['loud'])
  held.clear()
  for (let i = 0; i < 1000; i += 1) for (const name of ['loud', 'late']) say(name, 1)
  say('quiet', 1)
  expect([...held]).toEqual(['loud', 'late'])
})

it('forgives nobody while somebody is held up, and holds up nobody who is ended', () => {
  const { ended, held, pass, say } = create()
  for (let i = 0; i < 9; i += 1) {
    say('loud', 1000)
    pass(1000, true)
  }
  expect([...held]).toEqual(['loud'])
  say('loud', 1000)
  expect(ended).toEqual([])
  held.clear()
  held.add('other')
  say('loud', 1)
  expect(ended).toEqual(['loud'])
  expect([...held]).toEqual(['other'])
})
