import { describe, expect, it } from 'vitest'
import type { Callback } from '../../../../src/preload/chrome-app/main-world/files/native-class.ts'
import { NativeClass } from '../../../../src/preload/chrome-app/main-world/files/native-class.ts'

interface State {
  readonly name: string
  value: unknown
}

const Entry = new NativeClass<State>('Entry')
const DirectoryEntry = new NativeClass<State>('DirectoryEntry', Entry)
const calls: unknown[][] = []
Entry.getter('name', ({ name }) => name)
Entry.property(
  'value',
  ({ value }) => value,
  (state, value) => {
    state.value = value
  },
)
DirectoryEntry.method('getFile', ['text', 'flags?', 'callback?', 'callback?'], (state, ...args) => {
  calls.push([state.name, ...args])
})
DirectoryEntry.method('remove', ['callback'], (_state, callback: Callback) => callback)
DirectoryEntry.method('copyTo', ['directory', 'number'], (_state, ...args) => args)
DirectoryEntry.method('write', ['blob'], (_state, blob) => blob.size)

interface Tree {
  name: string
  value: unknown
  getFile: (...args: unknown[]) => unknown
  remove: (...args: unknown[]) => unknown
  copyTo: (...args: unknown[]) => unknown
  write: (...args: unknown[]) => unknown
}

const create = (name: string): Tree => DirectoryEntry.create({ name, value: 1 }) as Tree

describe("a class like blink's", () => {
  it('has everything in its prototypes, and their names', () => {
    const tree = create('tree')
    expect(Object.keys(tree)).toEqual([])
    expect(JSON.stringify(tree)).toBe('{}')
    expect(Object.prototype.toString.call(tree)).toBe('[object DirectoryEntry]')
    expect(Object.keys(DirectoryEntry.prototype)).toEqual(['getFile', 'remove', 'copyTo', 'write'])
    expect(Object.getPrototypeOf(DirectoryEntry.prototype)).toBe(Entry.prototype)
    expect(tree.name).toBe('tree')
    tree.value = 2
    expect(tree.value).toBe(2)
    expect(() => {
      tree.name = 'other'
    }).toThrow(TypeError)
  })

  it('knows its objects from all others', () => {
    const tree = create('tree')
    const { getFile } = tree
    for (const other of [{}, null, 5, Object.create(tree), { __proto__: tree }, new Proxy(tree, {})])
      expect(() => Reflect.apply(getFile, other, ['a'])).toThrow('Illegal invocation')
    expect(Entry.find(tree)).toMatchObject({ name: 'tree' })
    expect(DirectoryEntry.find(Entry.create({ name: 'file', value: 1 }))).toBeUndefined()
    expect(() => Reflect.apply(getFile, Entry.create({ name: 'file', value: 1 }), ['a'])).toThrow('Illegal')
  })

  const getFile = "Failed to execute 'getFile' on 'DirectoryEntry'"
  it.each<[string, (tree: Tree) => unknown, string]>([
    ['nothing', (tree) => tree.getFile(), `${getFile}: 1 argument required, but only 0 present.`],
    [
      'no flags',
      (tree) => tree.getFile('a', 5),
      `${getFile}: The provided value is not of type 'FileSystemFlags'.`,
    ],
    ['no callback', (tree) => tree.getFile('a', {}, 'x'), `${getFile}: parameter 3 is not of type 'Object'.`],
    [
      'null',
      (tree) => tree.remove(null),
      "Failed to execute 'remove' on 'DirectoryEntry': parameter 1 is not of type 'Object'.",
    ],
    [
      'one too few',
      (tree) => tree.copyTo(tree),
      "Failed to execute 'copyTo' on 'DirectoryEntry': 2 arguments required, but only 1 present.",
    ],
    [
      'a file',
      (tree) => tree.copyTo({}, 1),
      "Failed to execute 'copyTo' on 'DirectoryEntry': parameter 1 is not of type 'DirectoryEntry'.",
    ],
    [
      'a text',
      (tree) => tree.write('x'),
      "Failed to execute 'write' on 'DirectoryEntry': parameter 1 is not of type 'Blob'.",
    ],
  ])('throws for %s what Chrome throws', (_what, act, text) => {
    expect(() => act(create('tree'))).toThrow(new TypeError(text))
  })

  it('reads arguments as Web IDL does', () => {
    calls.length = 0
    const tree = create('tree')
    const callback = (): void => {}
    tree.getFile(5, { create: 1, other: 2 }, callback, undefined)
    tree.getFile(null, null)
    tree.getFile(undefined)
    expect(calls).toEqual([
      ['tree', '5', { create: true, exclusive: false }, callback, undefined],
      ['tree', '', undefined, undefined, undefined],
      ['tree', '', undefined, undefined, undefined],
    ])
    expect(tree.copyTo(tree, '7.9')).toEqual([tree, 7])
    expect(tree.copyTo(tree, 'x')).toEqual([tree, 0])
    expect(tree.write(new Blob(['abc']))).toBe(3)
  })
})

it.each([
  [1.9, 1],
  [-1.9, -1],
  ['12', 12],
  [NaN, 0],
  [Infinity, 0],
  [-Infinity, 0],
  [undefined, 0],
  [2 ** 63, -(2 ** 63)],
  [2 ** 64 + 2 ** 20, 2 ** 20],
  [1e300, 0],
])('a number %s is read as the long %i', (given, read) => {
  const directory = create('d')
  expect(directory.copyTo(directory, given)).toEqual([directory, read])
})
