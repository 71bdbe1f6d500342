import { createHash } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { createDocumentUrl } from '../../../../src/main/inspector/document.ts'

vi.mock('../../../../src/main/inspector/view/index.ts?source', () => ({ default: 'VIEW' }))

// Vitest empties style sheets.
vi.mock('../../../../src/main/inspector/view/style.css?raw', () => ({ default: 'STYLE' }))

const hash = (text = ''): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

it('the page is an address, and its policy lets its own script and style run, and nothing else', () => {
  const [, text = ''] = /^data:text\/html;charset=utf-8,(.*)$/.exec(createDocumentUrl()) ?? []
  const html = decodeURIComponent(text)
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html) ?? []
  const [, script] = /<script>(.*)<\/script>/s.exec(html) ?? []
  const [, style] = /<style>(.*)<\/style>/s.exec(html) ?? []
  expect(script).toBe('const inspector = VIEW.start()')
  expect(style).toBe('STYLE')
  expect(policy).toBe(
    `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; base-uri 'none'; ` +
      "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  )
  expect(html).not.toMatch(/ (?:src|href|style|on\w+)=/)
})
