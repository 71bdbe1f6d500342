import { expect, it } from 'vitest'
import {
  changeHeaders,
  createSight,
  listHeaders,
} from '../../../../../src/main/chrome-app/guest-requests/headers.ts'

const [some, all] = [createSight(new Set()), createSight(new Set(['extraHeaders']))]
const old = { Accept: '*/*', Cookie: 'a=1', 'Set-Cookie': ['a=1', 'b=2'] }

it('a listener sees cookies only if it asks for them', () => {
  expect(listHeaders(old, some)).toEqual([{ name: 'Accept', value: '*/*' }])
  expect(listHeaders(old, all).map(({ name }) => name)).toEqual([
    'Accept',
    'Cookie',
    'Set-Cookie',
    'Set-Cookie',
  ])
})

it('a listener sees 256 of the tens of thousands that a server may send', () => {
  const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`x${at}`, ['y', 'z']]))
  expect(listHeaders(many, some)).toHaveLength(256)
})

it('changes only what it sees', () => {
  const headers = [
    { name: 'accept', value: 'text/html' },
    { name: 'Cookie', value: 'c=3' },
  ]
  expect(changeHeaders(old, [{ headers, sees: some }])).toEqual({
    Cookie: ['a=1'],
    'Set-Cookie': ['a=1', 'b=2'],
    accept: ['text/html'],
  })
  expect(changeHeaders(old, [{ headers, sees: all }])).toEqual({ Cookie: ['c=3'], accept: ['text/html'] })
})

it('of two that change the same the first one has it, and both have what they change alone', () => {
  const one = [...listHeaders(old, some), { name: 'X', value: '1' }]
  const two = [...listHeaders(old, some), { name: 'x', value: '2' }]
  const three = [{ name: 'Y', binaryValue: [97, 255] }]
  const changed = changeHeaders(
    old,
    [one, two, three].map((headers) => ({ headers, sees: some })),
  )
  expect(changed).toEqual({ Cookie: ['a=1'], 'Set-Cookie': ['a=1', 'b=2'], X: ['1'], Y: ['a\xff'] })
})

it('a header may be called as something that every object has', () => {
  const sent = { constructor: ['a'] }
  const headers = [...listHeaders(sent, all), { name: '__proto__', value: 'b' }]
  const changed = changeHeaders(sent, [{ headers, sees: all }])
  expect(Object.entries(changed)).toEqual([
    ['constructor', ['a']],
    ['__proto__', ['b']],
  ])
})
