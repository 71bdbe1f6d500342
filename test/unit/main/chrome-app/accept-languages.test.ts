import { expect, it } from 'vitest'
import { listAcceptLanguages } from '../../../../src/main/chrome-app/accept-languages.ts'

// As Chromium 156 has them in these languages.
it.each([
  ['en-US', 'en-US,en'],
  ['en-GB', 'en-GB,en-US,en'],
  ['pt-BR', 'pt-BR,pt,en-US,en'],
  ['de', 'de-DE,de,en-US,en'],
  ['fr', 'fr-FR,fr,en-US,en'],
  ['he', 'he-IL,he,en-US,en'],
  ['zh-TW', 'zh-TW,zh,en-US,en'],
  ['es-419', 'es-419,es'],
  ['nb', 'nb-NO,nb,no,nn,en-US,en'],
  ['ja', 'ja,en-US,en'],
])('who speaks %s is served in %s', (locale, languages) => {
  expect(listAcceptLanguages(locale).join(',')).toBe(languages)
})
