import type { WebFrameMain } from 'electron'
import { describe, expect, it } from 'vitest'
import type { Clicked } from '../../../../../src/main/chrome-app/menus/build-menu.ts'
import { buildMenu } from '../../../../../src/main/chrome-app/menus/build-menu.ts'
import { isPattern, matchesAny } from '../../../../../src/main/chrome-app/menus/match-pattern.ts'
import type { ItemProperties } from '../../../../../src/main/chrome-app/menus/menu-items.ts'
import { MenuItems } from '../../../../../src/main/chrome-app/menus/menu-items.ts'
import { expectLimitToComeBack } from '../../../../support/limits.ts'

const page: Clicked = {
  frame: { parent: null },
  frameURL: 'chrome-app://id/window.html',
  isEditable: false,
  linkURL: '',
  mediaType: 'none',
  pageURL: 'chrome-app://id/window.html',
  selectionText: '',
  srcURL: '',
}

const labels = (items: readonly ItemProperties[], clicked: Partial<Clicked> = {}): unknown[] =>
  buildMenu(items, { ...page, ...clicked }, () => {}).map(({ label, submenu }) =>
    submenu === undefined ? label : [label, (submenu as { label: string }[]).map((item) => item.label)],
  )

describe('the menu of something in a window', () => {
  it('has the items that are for it', () => {
    const items: ItemProperties[] = [
      { id: 'p', title: 'page' },
      { id: 'l', title: 'link', contexts: 'link' },
      { id: 's', title: '%s!', contexts: 'selection' },
      { id: 'a', title: 'all', contexts: 'all' },
      { id: 'h', title: 'hidden', visible: false },
      { id: 'x', title: 'launcher', contexts: 'launcher' },
    ]
    expect(labels(items)).toEqual(['page', 'all'])
    expect(labels(items, { linkURL: 'https://a.test/' })).toEqual(['link', 'all'])
    expect(labels(items, { selectionText: '$& text' })).toEqual(['$& text!', 'all'])
    expect(labels(items, { mediaType: 'canvas' })).toEqual(['all'])
    expect(labels([])).toEqual([])
  })

  it('has those for frames in a frame of the page, with the others', () => {
    const items: ItemProperties[] = [
      { id: 'p', title: 'page' },
      { id: 'f', title: 'frame', contexts: 'frame' },
      { id: 'l', title: 'link', contexts: 'link' },
    ]
    const inFrame = { frame: { parent: {} as WebFrameMain } }
    expect(labels(items, inFrame)).toEqual(['page', 'frame'])
    expect(labels(items, { ...inFrame, linkURL: 'https://a.test/' })).toEqual(['frame', 'link'])
  })

  it('has items below others, and none below a missing one', () => {
    const items: ItemProperties[] = [
      { id: 1, title: 'top' },
      { id: 2, title: 'below', parentId: 1 },
      { id: 3, title: 'lost', parentId: 9 },
    ]
    expect(labels(items)).toEqual([['top', ['below']]])
  })

  it('goes by the addresses of targets and documents', () => {
    const items: ItemProperties[] = [
      { id: 't', title: 'target', contexts: 'image\nlink', targetUrlPatterns: 'https://*.a.test/*' },
      { id: 'a', title: 'all', contexts: 'all', targetUrlPatterns: 'https://*.a.test/*' },
      { id: 'd', title: 'document', contexts: 'all', documentUrlPatterns: 'https://a.test/*' },
    ]
    expect(labels(items, { linkURL: 'https://b.a.test/x' })).toEqual(['target', 'all'])
    expect(labels(items, { linkURL: 'https://b.test/x' })).toEqual(['all'])
    const image = { mediaType: 'image', srcURL: 'chrome-app://id/x.png' } as const
    expect(labels(items, { linkURL: 'https://b.a.test/x', ...image })).toEqual(['target', 'all'])
    expect(labels(items, image)).toEqual(['all'])
    expect(labels(items, { frameURL: 'https://a.test/' })).toEqual(['all', 'document'])
  })

  it('has radio items by themselves', () => {
    const items: ItemProperties[] = [
      { id: 1, title: 'a' },
      { id: 2, title: 'b', type: 'radio' },
      { id: 3, title: 'c', type: 'radio' },
      { id: 4, title: 'd', type: 'checkbox' },
    ]
    expect(labels(items)).toEqual(['a', undefined, 'b', 'c', undefined, 'd'])
  })

  it('tells what was clicked on, and what is checked then', () => {
    const told: unknown[] = []
    const items: ItemProperties[] = [
      { id: 'c', title: 'c', type: 'checkbox', checked: true, contexts: 'all' },
    ]
    const [item] = buildMenu(items, { ...page, srcURL: 'x:y', mediaType: 'image' }, (_item, data) =>
      told.push(data),
    )
    Reflect.apply(item?.click as () => void, undefined, [])
    expect(told.map((data) => Object.entries(data as object))).toEqual([
      Object.entries({
        checked: false,
        editable: false,
        frameUrl: page.frameURL,
        mediaType: 'image',
        menuItemId: 'c',
        pageUrl: page.pageURL,
        srcUrl: 'x:y',
        wasChecked: true,
      }),
    ])
  })
})

describe('patterns of addresses', () => {
  it.each<[string, string, boolean]>([
    ['<all_urls>', 'https://a.test/', true],
    ['*://a.test/*', 'http://a.test/b', true],
    ['*://a.test/*', 'file:///b', false],
    ['https://*.a.test/*', 'https://a.test/', true],
    ['https://*.a.test/*', 'https://ba.test/', false],
    ['https://*/a*c', 'https://x.test/abc', true],
    ['https://*/a*c', 'https://x.test/abcd', false],
    ['https://*/a*a', 'https://x.test/a', false],
    ['https://a.test/', 'https://a.test/b', false],
    ['nonsense', 'https://a.test/', false],
  ])('%s: %s: %s', (pattern, address, expected) => {
    expect(matchesAny([pattern], address)).toBe(expected)
  })

  it('take no time, however many stars they have', () => {
    const started = performance.now()
    expect(matchesAny([`https://*/${'*a'.repeat(50_000)}`], `https://a.test/${'a'.repeat(8000)}`)).toBe(false)
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('say of an address that is too long to be compared no more than that it is one', () => {
    const [short, long] = [8177, 8178].map((length) => `https://a.test/${'b'.repeat(length)}`) as [
      string,
      string,
    ]
    expect([matchesAny(['*://*/*'], short), matchesAny(['*://*/*'], long)]).toEqual([true, false])
    for (const address of [short, long]) expect(matchesAny(['x', '<all_urls>'], address)).toBe(true)
    expect(matchesAny([], long)).toBe(true)
  })

  it('have no long text between two stars', () => {
    const texts = [250, 251].map((length) => 'a'.repeat(length))
    expect(texts.map((text) => isPattern(`*://*/*${text}*`))).toEqual([true, false])
    expect(texts.map((text) => isPattern(`*://*/${text}*${text}`))).toEqual([true, true])
  })
})

describe('the items of an app', () => {
  it('have so many patterns together, and as many again when they have gone', () => {
    const items = new MenuItems()
    const create = (id: string, patterns: number): string | undefined =>
      items.create({ id, title: id, targetUrlPatterns: Array(patterns).fill('*://*/*').join('\n') })
    for (let round = 0; round < 2; round += 1) {
      expect(create('a', 1000)).toBeUndefined()
      expect(create('b', 1000)).toBeUndefined()
      expect(create('c', 100)).toBe('There are too many menu items.')
      items.removeAll()
    }
    expect(create('c', 100)).toBeUndefined()
    items.removeAll()
  })

  it('are not below themselves, nor below what is no parent', () => {
    const items = new MenuItems()
    expect(items.create({ id: 'a', title: 'a' })).toBeUndefined()
    expect(items.create({ id: 'b', title: 'b', parentId: 'a' })).toBeUndefined()
    expect(items.create({ id: 's', type: 'separator' })).toBeUndefined()
    expect(items.update('a', { parentId: 'b' })).toBe('Unknown error.')
    expect(items.update('a', { parentId: 'a' })).toBe('Unknown error.')
    expect(items.create({ id: 'c', title: 'c', parentId: 's' })).toContain('normal')
    expect(items.remove('a')).toBe(true)
    expect(items.list.map(({ id }) => id)).toEqual(['s'])
  })

  it('have one checked of the radio items beside each other', () => {
    const items = new MenuItems()
    const make = (
      id: string,
      type: NonNullable<ItemProperties['type']>,
      more: Partial<ItemProperties> = {},
    ) => items.create({ id, title: id, type, ...more })
    const readChecked = () =>
      items.list.filter(({ checked, type }) => checked === true && type !== 'separator').map(({ id }) => id)
    make('a1', 'radio')
    make('a2', 'radio')
    make('s', 'separator')
    make('b1', 'radio', { checked: true })
    make('b2', 'radio', { checked: true })
    make('n', 'normal')
    make('below', 'radio', { parentId: 'n' })
    make('c', 'radio')
    make('k', 'checkbox', { checked: true })
    expect(readChecked()).toEqual(['a1', 'b2', 'below', 'c', 'k'])
    items.update('a2', { checked: true })
    items.update('b1', { checked: true })
    expect(readChecked()).toEqual(['a2', 'b1', 'below', 'c', 'k'])
    items.update('a2', { checked: false })
    items.update('k', { checked: false })
    expect(readChecked()).toEqual(['a2', 'b1', 'below', 'c'])
    items.remove('a2')
    items.remove('s')
    expect(readChecked()).toEqual(['b1', 'below', 'c'])
    expect(items.update('b1', { type: 'separator' })).toBeUndefined()
    expect(readChecked()).toEqual(['a1', 'b2', 'below', 'c'])
  })

  it('are a thousand at most', async () => {
    const items = new MenuItems()
    let made = 0
    await expectLimitToComeBack({
      limit: 1000,
      take: () => items.create({ id: (made += 1), title: 'x' }) === undefined,
      giveBack: () => items.removeAll(),
    })
  })

  it('say a million characters at most', async () => {
    const items = new MenuItems()
    let made = 0
    await expectLimitToComeBack({
      limit: 7,
      take: () => items.create({ id: (made += 1), title: 'x'.repeat(131_072) }) === undefined,
      giveBack: () => {
        for (const { id } of items.list) items.remove(id)
      },
    })
    items.create({ id: 'a', title: 'a' })
    expect(items.update('a', { title: 'x'.repeat(2 ** 20) })).toContain('too many')
    expect(items.update('a', { title: 'b' })).toBeUndefined()
    // What an item said before counts no more.
    for (let i = 0; i < 20; i += 1)
      expect(items.update('a', { title: String(i).repeat(60_000) })).toBeUndefined()
    items.remove('a')
    expect(items.create({ id: 'a', title: 'x'.repeat(1_000_000) })).toBeUndefined()
  })
})
