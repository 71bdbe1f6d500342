import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { expect, it, vi } from 'vitest'
import { ContentScripts } from '../../../../../src/main/chrome-app/guests/content-scripts.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

type Details = Parameters<ContentScripts['add']>[0]

const details = (name: string, more: Partial<Details> = {}): Details => ({
  name,
  matches: ['http://a.test/*'],
  js: { code: name },
  ...more,
})

function create() {
  const injected: string[] = []
  const contents = Object.assign(new EventEmitter(), { getURL: () => 'http://a.test/' })
  const scripts = new ContentScripts(contents as unknown as WebContents, (_kind, source) => {
    injected.push('code' in source ? source.code : source.file)
  })
  return { injected, contents, scripts }
}

it('are injected once into each document, however often that is parsed', () => {
  const { contents, injected, scripts } = create()
  scripts.add(details('first', { run_at: 'document_start' }))
  scripts.add(details('second'))
  contents.emit('did-navigate')
  for (let i = 0; i < 20; i += 1) contents.emit('dom-ready')
  expect(injected).toEqual(['first', 'second'])
  contents.emit('did-navigate')
  contents.emit('dom-ready')
  expect(injected).toEqual(['first', 'second', 'first', 'second'])
})

it('are not injected into what is shown instead of a page that cannot be loaded', () => {
  const { contents, injected, scripts } = create()
  scripts.add(details('first'))
  contents.emit('dom-ready')
  expect(injected).toEqual([])
})

it('are for the addresses that their globs let through', () => {
  const { contents, injected, scripts } = create()
  scripts.add(details('included', { include_globs: ['nowhere', '*//a.*'] }))
  scripts.add(details('elsewhere', { include_globs: ['*//b.*'] }))
  scripts.add(details('excluded', { include_globs: ['*'], exclude_globs: ['*.test/'] }))
  scripts.add(details('long', { exclude_globs: [`*${'a'.repeat(1000)}*`] }))
  contents.emit('did-navigate')
  contents.emit('dom-ready')
  expect(injected).toEqual(['included', 'long'])
})

it('have so many files', () => {
  const { contents, injected, scripts } = create()
  const files = (count: number): Details['js'] => ({ files: Array<string>(count).fill('a.js') })
  scripts.add(details('many', { js: files(257) }))
  scripts.add(details('some', { js: files(200), css: files(56) }))
  scripts.add(details('more', { css: files(1) }))
  contents.emit('did-navigate')
  contents.emit('dom-ready')
  expect(injected).toHaveLength(256)
})

it.each<[string, number, Partial<Details>]>([
  ['scripts', 64, {}],
  ['patterns', 4, { matches: Array<string>(64).fill('http://a.test/*') }],
  ['globs', 2, { include_globs: Array<string>(100).fill('*') }],
  ['files', 4, { css: { files: Array<string>(64).fill('a.css') } }],
  ['characters', 7, { css: { code: 'x'.repeat(140_000) } }],
])('a guest has only so many %s, and as many again when they are removed', async (_what, limit, more) => {
  const { contents, injected, scripts } = create()
  let made = 0
  await expectLimitToComeBack({
    limit,
    take: () => {
      const name = `script ${(made += 1)}`
      scripts.add(details(name, { run_at: 'document_start', ...more }))
      injected.length = 0
      contents.emit('did-navigate')
      return injected.includes(name)
    },
    giveBack: () => scripts.remove(),
  })
})

it('are not even read where they have more patterns than there may be, or longer names', () => {
  const { contents, injected, scripts } = create()
  const read = vi.fn()
  vi.stubGlobal(
    'URL',
    class extends URL {
      constructor(text: string) {
        read()
        super(text)
      }
    },
  )
  scripts.add(details('many', { matches: Array<string>(257).fill('http://a.test/*') }))
  scripts.add(details('x'.repeat(1024 * 1024)))
  expect(read).not.toHaveBeenCalled()
  scripts.add(details('some'))
  expect(read).toHaveBeenCalled()
  vi.unstubAllGlobals()
  contents.emit('did-navigate')
  contents.emit('dom-ready')
  expect(injected).toEqual(['some'])
})
