import { describe, expect, it } from 'vitest'
import type { Context } from '../../../../../src/preload/chrome-app/main-world/context.ts'
import { i18n } from '../../../../../src/preload/chrome-app/main-world/handlers/i18n.ts'

const messages = {
  simple: 'simple text',
  pos: '[$1][$2][$9]',
  pos0: '[$0][$10][$11][$1a][$a]',
  dollars: '$$1 $$$1 $$ $$$$ $ a$',
  html: '<b>$1</b> &amp;',
}

const context = { hub: { shared: { messages, language: 'en-GB' } } } as unknown as Context

const getMessage = (name: string, given?: unknown, escapeLt?: boolean): unknown =>
  i18n.getMessage(context, name, given, { escapeLt })

const throws = {
  toString(): never {
    throw new Error('boom')
  },
}

/** As Chromium 156 answers. */
describe('a message', () => {
  it.each<[string, unknown, string]>([
    ['simple', undefined, 'simple text'],
    ['SIMPLE', undefined, 'simple text'],
    ['missing', 'x', ''],
    ['toString', undefined, ''],
    ['pos', undefined, '[][][]'],
    ['pos', 'a', '[a][][]'],
    ['pos', 5, '[][][]'],
    ['pos', { 0: 'a' }, '[][][]'],
    ['pos', ['a', 'b'], '[a][b][]'],
    ['pos', ['1', '2', '3', '4', '5', '6', '7', '8', '9'], '[1][2][9]'],
    ['pos', [1, 2.5, true, null, undefined, {}, [], 's', 9], '[1][2.5][9]'],
    // oxlint-disable-next-line no-sparse-arrays -- a page may have one
    ['pos', ['a', , 'c'], '[a][undefined][]'],
    ['pos', [1n, -0], '[1][0][]'],
    ['pos', [Symbol('x'), 'b'], '[b][][]'],
    ['pos', ['a', throws, 'c'], '[a][c][]'],
    ['pos', ['$2', 'x'], '[$2][x][]'],
    ['pos0', ['a', 'b'], '[][a0][a1][aa][]'],
    ['dollars', ['a'], '$1 $$1 $ $$$ a'],
    ['html', '<i>', '<b><i></b> &amp;'],
  ])('%s with %o', (name, given, text) => {
    expect(getMessage(name, given)).toBe(text)
  })

  it('takes no more than nine substitutions', () => {
    expect(getMessage('simple', Array.from({ length: 10 }, String))).toBeUndefined()
  })

  it('may have its own angle brackets escaped', () => {
    expect(getMessage('html', '<', true)).toBe('&lt;b><&lt;/b> &amp;')
  })
})
