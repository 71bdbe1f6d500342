import { defineOwn } from '../../../main-world/primordials.ts'

export interface Size {
  readonly width: number
  readonly height: number
}

const dimensions = ['maxheight', 'maxwidth', 'minheight', 'minwidth'] as const

/** Those that say how large an element with a guest is. */
export const sizeAttributes: readonly string[] = ['autosize', ...dimensions]

const readDimension = (element: Element, name: string): number =>
  Math.trunc(Number.parseInt(element.getAttribute(name) ?? '')) || 0

/** Undefined where a guest is as large as its element, and not the other way round (Chromium: GuestViewBase::SetSize). */
function findLimits(element: Element): { readonly min: Size; readonly max: Size } | undefined {
  const [height, width, minHeight, minWidth] = dimensions.map((name) => readDimension(element, name)) as [
    number,
    number,
    number,
    number,
  ]
  const min = { width: Math.min(minWidth, width), height: Math.min(minHeight, height) }
  const isOn = element.hasAttribute('autosize') && min.width > 0 && min.height > 0
  return isOn ? { min, max: { width, height } } : undefined
}

const fit = (wanted: number, min: number, max: number): number => Math.min(Math.max(wanted, min), max)

/** The element is as large as what it shows would like to be, if its page wants that. */
export class Autosize {
  readonly #element: HTMLElement
  readonly #follow: (isOn: boolean) => void
  readonly #raise: (fields: Readonly<Record<string, number>>) => void
  #isFollowing = false
  #wanted: Size | undefined

  /** `follow`: the guest is to tell its size from now on, or no more. */
  constructor(
    element: HTMLElement,
    follow: (isOn: boolean) => void,
    raise: (fields: Readonly<Record<string, number>>) => void,
  ) {
    this.#element = element
    this.#follow = follow
    this.#raise = raise
  }

  /** There is another guest. */
  repeat(): void {
    this.#wanted = undefined
    if (this.#isFollowing) this.#follow(true)
  }

  /** An attribute is another one. */
  change(): void {
    const isOn = findLimits(this.#element) !== undefined
    if (isOn !== this.#isFollowing) {
      this.#isFollowing = isOn
      this.#wanted = undefined
      this.#follow(isOn)
    }
    this.#resize()
  }

  receive(wanted: Size): void {
    this.#wanted = wanted
    this.#resize()
  }

  #resize(): void {
    const { offsetHeight: oldHeight, offsetWidth: oldWidth, style } = this.#element
    const limits = findLimits(this.#element)
    if (limits === undefined || this.#wanted === undefined) return
    const { max, min } = limits
    const newWidth = fit(this.#wanted.width, min.width, max.width)
    const newHeight = fit(this.#wanted.height, min.height, max.height)
    if (newWidth === oldWidth && newHeight === oldHeight) return
    style.width = `${newWidth}px`
    style.height = `${newHeight}px`
    this.#raise({ oldHeight, oldWidth, newHeight, newWidth })
  }
}

/** What Chrome's elements have as properties. */
export function defineAttributes(element: HTMLElement): void {
  const define = (name: string, get: () => unknown, set: (value: unknown) => void): boolean =>
    defineOwn(element, name, { get, set, enumerable: true, configurable: true })
  for (const name of ['allowtransparency', 'autosize'])
    define(
      name,
      () => element.hasAttribute(name),
      (value) => void element.toggleAttribute(name, Boolean(value)),
    )
  define(
    'name',
    () => element.getAttribute('name') ?? '',
    (value) => {
      const name = String(value)
      if (value) element.setAttribute('name', name)
      else element.removeAttribute('name')
    },
  )
  for (const name of dimensions)
    define(
      name,
      () => readDimension(element, name),
      (value) => element.setAttribute(name, String(Math.trunc(Number.parseInt(String(value))) || 0)),
    )
}
