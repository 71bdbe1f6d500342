import type { CreateOptions } from './window-options.ts'

/** The frame that a window asks for; colours are 0xRRGGBB. */
export interface Frame {
  readonly kind: 'chrome' | 'none'
  readonly color?: { readonly active: number; readonly inactive: number }
  readonly isTransparent: boolean
}

type Kind = Frame['kind']

const hexColor = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i

/** Undefined for what Chrome cannot read: it knows `#rgb` and `#rrggbb`, and passes over how opaque they are to be. */
function parseColor(text: string): number | undefined {
  if (!hexColor.test(text)) return undefined
  const digits = text.length > 5 ? text.slice(1, 7) : text.slice(1, 4).replaceAll(/./g, '$&$&')
  return Number.parseInt(digits, 16)
}

const readKind = (type: string | undefined): Kind => (type === 'none' ? 'none' : 'chrome')

/** The frame, or what is wrong with it. `activeColor` is taken and means nothing, as in Chrome. */
export function readFrame({ alphaEnabled: isTransparent = false, frame }: CreateOptions): Frame | string {
  if (typeof frame !== 'object') return { kind: readKind(frame), isTransparent }
  const kind = readKind(frame.type)
  if (frame.color === undefined)
    return frame.inactiveColor === undefined
      ? { kind, isTransparent }
      : 'frame.inactiveColor must be used with frame.color.'
  if (kind === 'none') return 'Windows with no frame cannot have a color.'
  const active = parseColor(frame.color)
  const inactive = frame.inactiveColor === undefined ? active : parseColor(frame.inactiveColor)
  if (active === undefined || inactive === undefined) return 'The color specification could not be parsed.'
  return { kind, isTransparent, color: { active, inactive } }
}
