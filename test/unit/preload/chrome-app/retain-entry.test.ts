import { expect, it } from 'vitest'
import type { Context } from '../../../../src/preload/chrome-app/main-world/context.ts'
import { fileSystem } from '../../../../src/preload/chrome-app/main-world/handlers/file-system.ts'

it('an entry is retained by the background page, whose window may close at once', () => {
  const said: string[] = []
  const files = {
    findPlace: () => ({ id: 'file system', path: '/entry' }),
    retain: () => 'id',
    find: () => ({ fileSystem: { id: 'file system' }, path: '/entry' }),
    keep: (_state: object, id: string) => said.push(`background: ${id}`),
  }
  const facade = { calls: { post: (method: string) => said.push(`window: ${method}`) } }
  const context = { facade, hub: { files } } as unknown as Context
  expect(fileSystem.retainEntry(context, {})).toBe('id')
  expect(said).toEqual(['background: id'])
})
