import { describe, expect, it } from 'vitest'
import { checkId, checkOptions } from '../../../../../src/main/chrome-app/windows/check-options.ts'
import type { CreateOptions } from '../../../../../src/main/chrome-app/windows/window-options.ts'

const check = (options: CreateOptions, ...permissions: string[]) =>
  checkOptions(options, new Set(permissions))

const noColor = 'The color specification could not be parsed.'

describe('the options of a window', () => {
  it.each<[CreateOptions, string]>([
    [
      { innerBounds: { width: 1 }, outerBounds: { width: 2 } },
      'The width property cannot be specified for both inner and outer bounds.',
    ],
    [
      { innerBounds: { maxHeight: 1, top: 3 }, outerBounds: { maxHeight: 2, top: 0 } },
      'The top property cannot be specified for both inner and outer bounds.',
    ],
    [{ frame: { type: 'none', color: '#fff' } }, 'Windows with no frame cannot have a color.'],
    [{ frame: { color: 'red' } }, noColor],
    [{ frame: { color: '#12345' } }, noColor],
    [{ frame: { color: '#123', inactiveColor: '#12g' } }, noColor],
    [{ frame: { inactiveColor: '#123' } }, 'frame.inactiveColor must be used with frame.color.'],
    [{ ime: false }, 'The "ime" option is not supported for platform app.'],
    [{ alphaEnabled: true }, 'The alphaEnabled option requires app.window.alpha permission.'],
    [{ alwaysOnTop: true }, 'The "app.window.alwaysOnTop" permission is required.'],
    [{ showInShelf: true }, 'The "showInShelf" option requires the "id" option to be set.'],
  ])('%j are refused: %s', (options, text) => {
    expect(check(options)).toBe(text)
  })

  it('may need a permission', () => {
    expect(check({ alwaysOnTop: true }, 'app.window.alwaysOnTop')).toEqual({
      kind: 'chrome',
      isTransparent: false,
    })
    expect(check({ alwaysOnTop: false })).toEqual({ kind: 'chrome', isTransparent: false })
  })

  it.each<[CreateOptions['frame'], unknown]>([
    [undefined, { kind: 'chrome' }],
    ['none', { kind: 'none' }],
    ['whatever', { kind: 'chrome' }],
    [{ type: 'none', activeColor: '#fff' }, { kind: 'none' }],
    [{ color: '#1aF' }, { kind: 'chrome', color: { active: 0x11aaff, inactive: 0x11aaff } }],
    [
      { color: '#010203', inactiveColor: '#040506' },
      { kind: 'chrome', color: { active: 0x010203, inactive: 0x040506 } },
    ],
  ])('with the frame %j give %j', (frame, read) => {
    expect(check({ frame })).toEqual({ isTransparent: false, ...(read as object) })
  })

  it('make a window transparent only without frame, and with a permission', () => {
    const needsNoFrame = 'The alphaEnabled option can only be used with "frame: \'none\'".'
    expect(check({ alphaEnabled: true }, 'app.window.alpha')).toBe(needsNoFrame)
    expect(check({ alphaEnabled: true, frame: 'none' }, 'app.window.alpha')).toEqual({
      kind: 'none',
      isTransparent: true,
    })
  })

  it('have an icon whose address is no longer than one may be', () => {
    expect(check({ icon: 'x'.repeat(4096) })).toEqual({ kind: 'chrome', isTransparent: false })
    expect(check({ icon: 'x'.repeat(4097) })).toBe('Failed to create the app window.')
  })

  it('have an id of 256 bytes at most', () => {
    expect(checkId({ id: 'x'.repeat(256) })).toBeUndefined()
    expect(checkId({ id: 'x'.repeat(257) })).toBe('The window id can not be more than 256 characters long.')
  })
})
