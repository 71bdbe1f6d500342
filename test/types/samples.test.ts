import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../support/root.ts'
import { listSamples } from '../support/samples.ts'
import { UserFolder } from './support/user-folder.ts'

interface Sample {
  readonly file: string
  readonly code: string
}

const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8')

const documents = [
  'README.md',
  'SECURITY.md',
  ...fs.readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`),
]

function readSamples(document: string): Sample[] {
  return listSamples(document).map((code, index) => ({
    file: `src/${path.basename(document, '.md')}-${index + 1}.ts`,
    code,
  }))
}

const samples = documents.filter((name) => name.endsWith('.md')).flatMap(readSamples)
const isOfPage = ({ code }: Sample): boolean => code.includes('chrome.sockets')
const isBundled = ({ code }: Sample): boolean => code.includes("'../manifest.json'")

let user: UserFolder

beforeAll(() => {
  user = new UserFolder('samples')
  user.installOurs()
  user.installElectron()
  user.install('@types/node')
  user.install('undici-types')
  user.write('manifest.json', '{ "sockets": { "tcpServer": { "listen": "127.0.0.1:7777" } } }')
  for (const { code, file } of samples) user.write(file, `${code}export {}\n`)
})

afterAll(() => user.dispose())

const forNode = {
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  esModuleInterop: true,
  resolveJsonModule: true,
}
const forBundler = { module: 'ESNext', moduleResolution: 'bundler' }

it.each<[string, string, object, (sample: Sample) => boolean]>([
  ['CommonJS', 'commonjs', forNode, () => true],
  ['ES modules', 'module', forNode, (sample) => !isBundled(sample)],
  ['a bundler', 'module', forBundler, () => true],
])(
  'the samples of the docs compile in strict TypeScript for %s',
  { timeout: 60_000 },
  (_what, type, options, isIn) => {
    user.write('package.json', JSON.stringify({ name: 'user', type }))
    const listFiles = (isWanted: (sample: Sample) => boolean): string[] =>
      samples.filter((sample) => isIn(sample) && isWanted(sample)).map(({ file }) => file)
    const compile = (types: string, files: readonly string[]): string =>
      user.compile('typescript', { ...options, types: [types], skipLibCheck: true }, files)
    const ofMain = listFiles((sample) => !isOfPage(sample))
    expect(ofMain.length).toBeGreaterThan(10)
    expect(compile('node', ['context.d.ts', ...ofMain])).toBe('')
    expect(listFiles(isOfPage)).toHaveLength(1)
    expect(compile('electron-chrome-sockets/globals', listFiles(isOfPage))).toBe('')
  },
)

it('the first samples of the README are the whole program that is tested', () => {
  const [main, page] = listSamples('README.md')
  expect(main).toBe(`// main.js\n${read('examples/echo/main.js')}`)
  expect(page).toBe(`// page.js\n${read('examples/echo/page.js')}`)
  const [, markup] = /<!-- index.html -->\n(.*)\n/.exec(read('README.md')) ?? []
  expect(read('examples/echo/index.html').split('\n')).toContain(markup)
  expect(read('examples/echo/main.js').trimEnd().split('\n').length).toBeLessThanOrEqual(8)
  expect(read('examples/echo/page.js').trimEnd().split('\n').length).toBeLessThanOrEqual(15)
})

it('the README has 200 lines at most', () => {
  expect(read('README.md').trimEnd().split('\n').length).toBeLessThanOrEqual(200)
})
