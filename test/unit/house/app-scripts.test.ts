import fs from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../../support/root.ts'

const folder = path.resolve(root, 'test/chrome-apps')

function listFunctions(file: string): string[] {
  const source = fs.readFileSync(path.join(folder, file), 'utf8')
  return [...source.matchAll(/^(?:async )?function (\w+)/gm)].map(([, name = '']) => name)
}

// The linter reads the scripts of all apps together: which of two functions it takes is a matter of chance.
it('no two scripts of apps have a function of the same name', () => {
  const files = fs
    .readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.js'))
  const names = files.flatMap(listFunctions)
  expect(names.length).toBeGreaterThan(10)
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([])
})
