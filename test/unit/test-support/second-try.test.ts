import { expect, it } from 'vitest'
import { isWorthSecondTry } from '../../support/second-try.ts'

const of = (...names: string[]) => names.map((name) => ({ project: { name } }))

it('tries a few files again whose tests drive windows', () => {
  expect(isWorthSecondTry(of('electron', 'alone', 'conformance'))).toBe(true)
})

it('tries nothing again that runs without Electron, that fails in many files, or does not fail', () => {
  expect(isWorthSecondTry(of('electron', 'unit'))).toBe(false)
  expect(isWorthSecondTry(of('unit-apart'))).toBe(false)
  expect(isWorthSecondTry(of('electron', 'electron', 'electron', 'electron'))).toBe(false)
  expect(isWorthSecondTry([])).toBe(false)
})
