import { expect, it } from 'vitest'
import { OutsideLinks } from '../../../../../src/main/chrome-app/pages/outside-links.ts'

function createRig(): { links: OutsideLinks; opened: string[]; pass: (milliseconds: number) => void } {
  const opened: string[] = []
  let now = 0
  const links = new OutsideLinks(
    (url) => opened.push(url),
    () => now,
  )
  return { links, opened, pass: (milliseconds) => (now += milliseconds) }
}

it('opens what leads to the web or to a mail, and nothing else', () => {
  const { links, opened } = createRig()
  const good = ['http://one.example/?a#b', 'https://two.example/', 'mailto:a@b.example']
  const bad = [
    'chrome-app://abcdefghijklmnopabcdefghijklmnop/window.html',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,text',
    'blob:chrome-app://abc/1',
    'about:blank',
    'ms-settings:privacy',
    'search-ms:query',
    'http://[',
    '',
  ]
  for (const url of [...good, ...bad]) links.open(url)
  expect(opened).toEqual(good)
})

it('opens no address that is longer than other programs bear', () => {
  const { links, opened } = createRig()
  links.open(`http://one.example/${'a'.repeat(10_000)}`)
  expect(opened).toEqual([])
})

it('opens a few at once, and then one after the other', () => {
  const { links, opened, pass } = createRig()
  for (let i = 0; i < 1000; i += 1) links.open(`http://one.example/${i}`)
  expect(opened).toHaveLength(10)
  pass(499)
  links.open('http://one.example/early')
  pass(1)
  for (let i = 0; i < 3; i += 1) links.open(`http://one.example/late${i}`)
  expect(opened.slice(10)).toEqual(['http://one.example/late0'])
  pass(1_000_000)
  for (let i = 0; i < 1000; i += 1) links.open(`http://one.example/${i}`)
  expect(opened).toHaveLength(21)
})
