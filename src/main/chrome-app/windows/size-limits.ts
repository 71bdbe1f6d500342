interface Size {
  readonly width: number
  readonly height: number
}

/** How small and how large a window may be; what is absent is no limit. */
export interface SizeLimits {
  readonly minWidth?: number
  readonly minHeight?: number
  readonly maxWidth?: number
  readonly maxHeight?: number
}

type Given = { readonly [Key in keyof SizeLimits]?: number | undefined }

type Present<Options> = { [K in keyof Options]?: NonNullable<Options[K]> }

export const omitAbsent = <Options extends object>(options: Options): Present<Options> =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Present<Options>

const readLimit = (limit: number | undefined): number | undefined =>
  limit !== undefined && limit > 0 ? limit : undefined

/** The minimum wins. */
const raise = (most: number | undefined, least = 0): number | undefined => most && Math.max(most, least)

/** Zero, and what is less, is no limit. */
export function readLimits(given: Given): SizeLimits {
  const minWidth = readLimit(given.minWidth)
  const minHeight = readLimit(given.minHeight)
  return omitAbsent({
    minWidth,
    minHeight,
    maxWidth: raise(readLimit(given.maxWidth), minWidth),
    maxHeight: raise(readLimit(given.maxHeight), minHeight),
  })
}

const grow = (limit: number | undefined, by: number): number | undefined => limit && limit + by

/** The same limits of what is larger, or smaller, by so much. */
export function growLimits(limits: SizeLimits, { height, width }: Size): SizeLimits {
  return omitAbsent({
    minWidth: grow(limits.minWidth, width),
    minHeight: grow(limits.minHeight, height),
    maxWidth: grow(limits.maxWidth, width),
    maxHeight: grow(limits.maxHeight, height),
  })
}

const clamp = (size: number, least = 1, most = Infinity): number => Math.max(Math.min(size, most), least)

export function clampSize({ height, width }: Size, limits: SizeLimits): Size {
  return {
    width: clamp(width, limits.minWidth, limits.maxWidth),
    height: clamp(height, limits.minHeight, limits.maxHeight),
  }
}
