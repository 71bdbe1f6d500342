import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { UserFolder } from './support/user-folder.ts'

/** The last compiler that knows moduleResolution "node" is the package linter's own. */
const oldTypeScript = '@arethetypeswrong/core/node_modules/typescript'
/** The first one that docs/bundlers.md names; that of Electron Forge's templates. */
const oldestTypeScript = 'typescript-4.5'

let user: UserFolder

beforeEach(() => {
  user = new UserFolder('users')
  user.installOurs()
})
afterEach(() => user.dispose())

describe('the types of the package', { timeout: 60_000 }, () => {
  it.each(['types-node-18', 'types-node-20', '@types/node'])('know the events by name beside %s', (node) => {
    user.install('@types/node', node)
    if (node === '@types/node') user.install('undici-types')
    user.installElectron()
    const options = { module: 'ESNext', moduleResolution: 'bundler', types: ['node'], skipLibCheck: true }
    expect(user.compile('typescript', options, ['main.ts'])).toBe('')
  })

  const compilers = [oldTypeScript, oldestTypeScript]

  it.each(compilers)(
    'are found by moduleResolution "node" of %s, as in the templates of Forge',
    (compiler) => {
      user.install('@types/node', 'types-node-18')
      user.write('electron.d.ts', "declare module 'electron' { interface Session { id: 1 } }")
      const options = { module: 'commonjs', moduleResolution: 'node', types: ['node'], skipLibCheck: true }
      const files = ['electron.d.ts', 'main.ts', 'page.ts', 'preload.ts']
      expect(user.compile(compiler, options, files)).toBe('')
    },
  )

  it.each([
    ['typescript', 'node16'],
    [oldTypeScript, 'node16'],
    [oldTypeScript, 'nodenext'],
  ])('are those of CommonJS modules in a program of such, to %s with module "%s"', (compiler, module) => {
    user.install('@types/node', 'types-node-18')
    user.write(
      'electron.d.ts',
      "declare module 'electron' {\n  interface Session { id: 1 }\n  interface CustomScheme { id: 1 }\n}\n",
    )
    user.write('package.json', '{ "type": "commonjs" }')
    user.write(
      'run.ts',
      "import { runChromeApp } from 'electron-chrome-sockets/app'\n" +
        "void runChromeApp({ directory: 'app', onCrash: ({ reason }) => console.log(reason) })\n",
    )
    const options = { module, moduleResolution: module, types: ['node'], skipLibCheck: false }
    const files = ['electron.d.ts', 'main.ts', 'page.ts', 'preload.ts', 'run.ts']
    // Old declarations of Node are not all right to each compiler.
    const relevant = /^(?!(?:.*\/)?node_modules\/(?!electron-chrome-sockets\/))\S.*/gm
    expect(user.compile(compiler, options, files).match(relevant)).toBe(null)
  })

  it.each([
    ['typescript', { module: 'ESNext', moduleResolution: 'bundler' }],
    ...compilers.map((compiler) => [compiler, { module: 'commonjs', moduleResolution: 'node' }] as const),
  ] as const)('know the pages of a whole Chrome App, and those without runtime, to %s', (compiler, kind) => {
    user.write(
      'sockets.ts',
      '/// <reference types="electron-chrome-sockets/globals-sockets" />\nchrome.sockets.tcp.close(1)\n',
    )
    for (const file of ['app-page.ts', 'sockets.ts'])
      expect(user.compile(compiler, { ...kind, types: [], skipLibCheck: false }, [file])).toBe('')
  })

  it('go beside @types/chrome without an error in any declaration', () => {
    for (const name of ['chrome', 'filesystem', 'filewriter', 'har-format']) user.install(`@types/${name}`)
    user.write(
      'chrome.ts',
      '/// <reference types="electron-chrome-sockets/globals-sockets" />\n' +
        'chrome.sockets.tcp.close(1, () => console.log(chrome.runtime.lastError, chrome.storage.local))\n',
    )
    const options = { module: 'ESNext', moduleResolution: 'bundler', types: ['chrome'], skipLibCheck: false }
    expect(user.compile('typescript', options, ['chrome.ts'])).toBe('')
  })
})
