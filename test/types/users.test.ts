import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../support/root.ts'

/** The last compiler that knows moduleResolution "node" is the package linter's own. */
const oldTypeScript = '@arethetypeswrong/core/node_modules/typescript'

let folder: string

beforeEach(() => {
  folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'types-')))
  fs.cpSync(path.join(root, 'test/types/users'), folder, { recursive: true })
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

/** Copies a package: the types of a link would look for others where the link leads. */
function install(name: string, source = name): void {
  const from = path.join(root, 'node_modules', source)
  fs.cpSync(from, path.join(folder, 'node_modules', name), { recursive: true, dereference: true })
}

function installOurs(): void {
  const target = path.join(folder, 'node_modules/electron-chrome-sockets')
  fs.cpSync(path.join(root, 'dist'), path.join(target, 'dist'), { recursive: true })
  fs.copyFileSync(path.join(root, 'package.json'), path.join(target, 'package.json'))
}

function compile(compiler: string, options: object, files: readonly string[]): string {
  const compilerOptions = { target: 'ES2020', lib: ['ES2020', 'DOM'], strict: true, noEmit: true, ...options }
  fs.writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }))
  const { stdout } = spawnSync(
    process.execPath,
    [path.join(root, 'node_modules', compiler, 'bin/tsc'), '-p', folder],
    {
      encoding: 'utf8',
    },
  )
  return stdout
}

describe('the types of the package', { timeout: 60_000 }, () => {
  it.each(['types-node-18', 'types-node-20', '@types/node'])('know the events by name beside %s', (node) => {
    installOurs()
    install('@types/node', node)
    if (node === '@types/node') install('undici-types')
    fs.mkdirSync(path.join(folder, 'node_modules/electron'))
    fs.copyFileSync(
      path.join(root, 'node_modules/electron/electron.d.ts'),
      path.join(folder, 'node_modules/electron/electron.d.ts'),
    )
    fs.writeFileSync(
      path.join(folder, 'node_modules/electron/package.json'),
      '{ "name": "electron", "types": "electron.d.ts" }',
    )
    const options = { module: 'ESNext', moduleResolution: 'bundler', types: ['node'], skipLibCheck: true }
    expect(compile('typescript', options, ['main.ts'])).toBe('')
  })

  it('are found by moduleResolution "node", as in the templates of Electron Forge', () => {
    installOurs()
    install('@types/node', 'types-node-18')
    fs.writeFileSync(
      path.join(folder, 'electron.d.ts'),
      "declare module 'electron' { interface Session { id: 1 } }",
    )
    const options = { module: 'commonjs', moduleResolution: 'node', types: ['node'], skipLibCheck: true }
    const files = ['electron.d.ts', 'main.ts', 'page.ts', 'preload.ts']
    expect(compile(oldTypeScript, options, files)).toBe('')
  })

  it('go beside @types/chrome without an error in any declaration', () => {
    installOurs()
    for (const name of ['chrome', 'filesystem', 'filewriter', 'har-format']) install(`@types/${name}`)
    fs.writeFileSync(
      path.join(folder, 'chrome.ts'),
      '/// <reference types="electron-chrome-sockets/globals-sockets" />\n' +
        'chrome.sockets.tcp.close(1, () => console.log(chrome.runtime.lastError, chrome.storage.local))\n',
    )
    const options = { module: 'ESNext', moduleResolution: 'bundler', types: ['chrome'], skipLibCheck: false }
    expect(compile('typescript', options, ['chrome.ts'])).toBe('')
  })
})
