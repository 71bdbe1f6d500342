import { expect, it } from 'vitest'
import { version as fallback } from '../../scripts/electron-runtime/recipe.mjs'
import { listTypesOnly, readRows } from '../../scripts/electron-versions.ts'
import manifest from '../../package.json' with { type: 'json' }
import { root } from '../support/root.ts'

const find = (wanted: string): string[] =>
  readRows(root)
    .filter(({ versions }) => versions.includes(wanted))
    .map(({ what }) => what)

it('docs/electron-versions.md names the two versions that tests run on', () => {
  expect(find(fallback)).toEqual([
    expect.stringMatching(/^every test runs on it, where the official download cannot/),
  ])
  expect(find(manifest.devDependencies.electron)).toEqual([
    expect.stringMatching(/^the version of `package.json`/),
  ])
})

it('it says of each version whose types are checked what is not in them', () => {
  const found = listTypesOnly(root).map(({ version, hasApps, complaining }) => [
    find(version)[0],
    complaining.length + (hasApps ? 0 : 1),
  ])
  expect(found.length).toBeGreaterThan(0)
  for (const [what, missing] of found)
    expect(what).toMatch(
      missing === 0 ? /^by types only: the whole source compiles/ : /^by types only: the same, /,
    )
})

it('and the oldest is the oldest that package.json takes', () => {
  const majors = listTypesOnly(root).map(({ version }) => Number.parseInt(version, 10))
  expect(manifest.peerDependencies.electron).toBe(`>=${Math.min(...majors)}`)
})
