import type { AppResult } from '../../../renderer-types/contract/apps/index.ts'
import type { Cld3 } from 'cld3-asm/dist/cjs/lib/node/cld3.js'
import createModule from 'cld3-asm/dist/cjs/lib/node/cld3.js'

export type Detected = AppResult<'languages', 'detect'>

/** As Chrome has it set up: bytes of a stretch of one script, and languages of a text. */
const stretch = { minBytes: 0, maxBytes: 512 }
const maxLanguages = 3

/** A text of fewer bytes tells Chrome nothing that it relies on. */
const reliableBytes = 50
const reliableProbability = 0.7
/** Croatian and Bosnian are hard to tell apart. */
const alikeProbability = 0.5
const alike = new Set(['bs', 'hr'])

interface Found {
  readonly language: string
  readonly probability: number
  readonly proportion: number
}

/** Places in the structure that a language is told in. */
const places = { language: 0, probability: 4, proportion: 12, rangeCount: 16, ranges: 20 }

/** Takes a language out of the detector's memory, and all that belongs to it. */
function takeFound(cld3: Cld3, address: number): Found {
  const name = cld3.getValue(address + places.language, '*')
  const ranges = cld3.getValue(address + places.ranges, '*')
  const found = {
    language: cld3.UTF8ToString(name),
    probability: cld3.getValue(address + places.probability, 'float'),
    proportion: cld3.getValue(address + places.proportion, 'float'),
  }
  for (let i = cld3.getValue(address + places.rangeCount, 'i32') - 1; i >= 0; i -= 1)
    cld3._free(cld3.getValue(ranges + 4 * i, '*'))
  for (const part of [ranges, name, address]) cld3._free(part)
  return found
}

function listFound(cld3: Cld3, identifier: number, text: string): Found[] {
  const given = cld3.allocateUTF8(text)
  const results = cld3._malloc(4 * maxLanguages)
  const addresses = Array.from({ length: maxLanguages }, () => cld3._malloc(cld3._get_SizeLanguageResult()))
  for (const [i, address] of addresses.entries()) cld3.setValue(results + 4 * i, address, '*')
  cld3._Cld_findTopNMostFreqLangs(identifier, given, maxLanguages, results)
  cld3._free(given)
  cld3._free(results)
  return addresses.map((address) => takeFound(cld3, address))
}

const isSure = ({ language, probability }: Found): boolean =>
  probability >= (alike.has(language) ? alikeProbability : reliableProbability)

/** What Chrome makes of what was found: languages in Latin letters that are written in others do not count. */
function describe(found: readonly Found[], isLong: boolean): Detected {
  const known = found.filter(({ language }) => language !== 'und' && !language.endsWith('-Latn'))
  return {
    isReliable: isLong && known.length > 0 && known.every(isSure),
    languages: known.map(({ language, proportion }) => ({
      language,
      percentage: Math.trunc(Math.fround(100 * proportion)),
    })),
  }
}

/** Chrome's detector, once it is there. */
export async function loadDetector(): Promise<(text: string) => Detected> {
  const cld3 = createModule()
  await new Promise<void>((resolve) => cld3.then(() => resolve()))
  const identifier = cld3._Cld_create(stretch.minBytes, stretch.maxBytes)
  return (text) => describe(listFound(cld3, identifier, text), Buffer.byteLength(text) >= reliableBytes)
}
