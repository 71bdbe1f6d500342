import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findElectron } from '../../../src/cli/find-electron.ts'

let folder: string

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'find-electron-')))
})

afterEach(() => {
  fs.rmSync(folder, { recursive: true })
})

/** A project with an `electron` whose module is that text; returns the module's file. */
function install(project: string, text: string): string {
  const file = path.join(folder, project, 'node_modules/electron/index.js')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, text)
  return file
}

const find = (...projects: string[]): unknown => findElectron(projects.map((name) => path.join(folder, name)))

it('the first that has its program is taken', () => {
  const executable = path.join(folder, 'program')
  fs.writeFileSync(executable, '')
  install('broken', 'throw new Error("no download")')
  install('whole', `module.exports = ${JSON.stringify(executable)}`)
  expect(find('none', 'broken', 'whole')).toEqual({ executable })
  expect(findElectron([path.relative(process.cwd(), path.join(folder, 'whole'))])).toEqual({ executable })
})

it('what is installed and does not work is told with its own words, and tried once', () => {
  const file = install('one', 'globalThis.tried = (globalThis.tried ?? 0) + 1; throw new Error("run x")')
  fs.mkdirSync(path.join(folder, 'one/inner'))
  const other = install('two', 'module.exports = "/no/such/program"')
  expect(find('one', 'one/inner', 'two')).toEqual({
    faults: [`${file}: run x`, `${other} names no program that is there: /no/such/program`],
  })
  expect(Reflect.get(globalThis, 'tried')).toBe(1)
  expect(Reflect.deleteProperty(globalThis, 'tried')).toBe(true)
})
