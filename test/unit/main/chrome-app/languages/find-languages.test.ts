import { describe, expect, it } from 'vitest'
import { loadDetector } from '../../../../../src/main/chrome-app/languages/find-languages.ts'

const detect = await loadDetector()

describe('the detector of languages', () => {
  it('tells the languages of a text, each with its share', () => {
    const text =
      'The quick brown fox jumps over the lazy dog. 昔々、あるところにおじいさんとおばあさんが住んでいました。'
    const languages = [
      { language: 'ja', percentage: 65 },
      { language: 'en', percentage: 34 },
    ]
    expect(detect(text)).toEqual({ isReliable: true, languages })
    expect(detect('')).toEqual({ isReliable: false, languages: [] })
  })

  it('relies on nothing that has fewer than 50 bytes', () => {
    const text = 'The quick brown fox jumps over the lazy dog, and t'
    expect([detect(text).isReliable, detect(text.slice(1)).isReliable]).toEqual([true, false])
  })

  it('needs no more memory for many texts of many scripts, of which it has 16 MiB', () => {
    const text = 'aя'.repeat(300)
    const first = detect(text)
    for (let i = 0; i < 2000; i += 1) detect(text)
    expect(detect(text)).toEqual(first)
  })
})
