/**
 * The one place that says how main, preload and types are built (`npm run build`) and how the demo is packaged
 * (`npm run dist`).
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Configuration } from 'electron-builder'
import { rolldown } from 'rolldown'
import type { OutputOptions, Plugin, PluginContext, RolldownOptions } from 'rolldown'
import manifest from './package.json' with { type: 'json' }

const target = 'node18'
/** The compiler, which is most of the build, makes a plugin slow. */
const checks = { bundlerTimings: false }
const external = ['electron', /^node:/]

/** A text as a template literal: whoever reads the file sees it as it is, line by line. */
const writeTemplate = (text: string): string => `\`${text.replaceAll(/[\\`]|\$\{/g, String.raw`\$&`)}\``

/** What consoles and stacks say is the place of such a text: else it has none, and looks like the page's own. */
const nameSource = (file: string): string =>
  `electron-chrome-sockets/${path.relative('src', file).replaceAll(path.sep, '/')}`.replace(
    /(?:\/index)?\.ts$/,
    '',
  )

/** What a module and all it imports are as one file. */
async function bundleText(
  plugin: PluginContext,
  input: RolldownOptions,
  output: OutputOptions,
): Promise<string> {
  const bundle = await rolldown(input)
  const [file] = (await bundle.generate(output)).output
  for (const watched of await bundle.watchFiles) plugin.addWatchFile(watched)
  return file.code
}

/**
 * `import source from './module.ts?source'`: the module and all it imports as the text of one expression, strict as
 * modules are.
 */
const sourcePlugin: Plugin = {
  name: 'source',
  resolveId: {
    filter: { id: /\?source$/ },
    async handler(id, importer) {
      const resolved = await this.resolve(id.replace('?source', ''), importer)
      return resolved && `${resolved.id}?source`
    },
  },
  load: {
    filter: { id: /\?source$/ },
    async handler(id) {
      const file = id.replace('?source', '')
      // A text may have others inside.
      const input: RolldownOptions = { input: file, platform: 'browser', checks, plugins: [sourcePlugin] }
      const code = await bundleText(this, input, { format: 'iife', name: 'facade', minify: false })
      const name = nameSource(file)
      return `export default ${writeTemplate(`(() => {\n'use strict'\n//# sourceURL=${name}\n${code}return facade\n})()`)}`
    },
  },
}

/** `import text from './file.css?raw'` */
const rawPlugin: Plugin = {
  name: 'raw',
  resolveId: {
    filter: { id: /\?raw$/ },
    handler: (id, importer) => path.resolve(path.dirname(importer ?? ''), id),
  },
  load: {
    filter: { id: /\?raw$/ },
    handler(id) {
      const file = id.replace('?raw', '')
      this.addWatchFile(file)
      return { code: `export default ${JSON.stringify(fs.readFileSync(file, 'utf8'))}`, moduleType: 'js' }
    },
  },
}

/** The same of the entry that runs a Chrome App's folder; it has types of the main module. */
function joinAppDeclarations(folder: string): string {
  const [types, index] = ['types.d.ts', 'index.d.ts'].map((file) =>
    fs
      .readFileSync(path.join(folder, file), 'utf8')
      .replaceAll('../types.ts', './index.js')
      .replaceAll('../types.js', './index.js'),
  )
  return `${types}${index?.replaceAll(/^(?:import|export) type \{[^}]*\} from '\.\/types\.[jt]s';\n/gm, '')}`
}

/** The public types and what is exported beside them, as one file that needs none of ours. */
function joinMainDeclarations(folder: string): string {
  const [types, index] = ['types.d.ts', 'index.d.ts'].map((file) =>
    fs.readFileSync(path.join(folder, file), 'utf8'),
  )
  return `${types}${index?.replaceAll(/^(?:import|export) type \{[^}]*\} from '\.\/types\.[jt]s';\n/gm, '')}`
}

/**
 * Published declarations: of the main module by the compiler, of the page as they are generated from the contract; and
 * the licence of what is bundled.
 */
const declarations: Plugin = {
  name: 'declarations',
  buildEnd() {
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
      stdio: 'inherit',
    })
    fs.mkdirSync('dist', { recursive: true })
    const text = joinMainDeclarations('out/declarations/main')
    for (const file of ['dist/index.d.ts', 'dist/index.d.cts']) fs.writeFileSync(file, text)
    const appText = joinAppDeclarations('out/declarations/main/chrome-app')
    fs.writeFileSync('dist/app.d.ts', appText)
    // A CommonJS module may not name an ES module's types (`module: node16`).
    fs.writeFileSync('dist/app.d.cts', appText.replaceAll("'./index.js'", "'./index.cjs'"))
    for (const file of ['dist/types.d.ts', 'dist/types.d.cts'])
      fs.copyFileSync('src/renderer-types/chrome-sockets.d.ts', file)
    for (const file of ['globals.d.ts', 'globals-app.d.ts', 'globals-sockets.d.ts'])
      fs.copyFileSync(`src/renderer-types/${file}`, `dist/${file}`)
    // TypeScript before 4.7 knows no .d.cts.
    for (const script of ['preload', 'app-preload'])
      for (const kind of ['cts', 'ts']) fs.writeFileSync(`dist/${script}.d.${kind}`, 'export {}\n')
    fs.copyFileSync('node_modules/zod/LICENSE', 'dist/zod.LICENSE.txt')
    fs.copyFileSync('src/main/chrome-app/languages/LICENSES.txt', 'dist/language-worker.LICENSE.txt')
  },
}

const escapeText = (code: string): string =>
  code.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** One character beyond Latin-1 makes V8 keep the whole script, and all that it reads of it, twice as wide. */
const asciiPlugin: Plugin = {
  name: 'ascii',
  generateBundle(_options, bundle) {
    for (const output of Object.values(bundle))
      if (output.type === 'chunk') output.code = escapeText(output.code)
  },
}

/** Puts the preload script into the main module, which hands it on where a bundler has left the file behind. */
const preloadText: Plugin = {
  name: 'preload-text',
  load: {
    filter: { id: /\/preload-text\.ts$/ },
    async handler() {
      const code = await bundleText(this, preload, preloadOutput)
      return `export const preloadText = ${JSON.stringify(code)}`
    },
  },
}

/** The same for whole Chrome Apps: the text in a module of its own, and in the main module what it must hash to. */
const appPreloadText: Plugin = {
  name: 'app-preload-text',
  load: {
    filter: { id: /app-preload-(?:digest|text)\.ts$/ },
    async handler(id) {
      const code = await bundleText(this, appPreload, appPreloadOutput)
      return id.endsWith('text.ts')
        ? `export const appPreloadText = ${JSON.stringify(code)}`
        : `export const appPreloadDigest = ${JSON.stringify(createHash('sha256').update(code).digest('hex'))}`
    },
  },
}

/** Puts the version into main module and preload script. */
const packageVersion: Plugin = {
  name: 'package-version',
  load: {
    filter: { id: /package-version\.ts$/ },
    handler: () => `export const packageVersion = ${JSON.stringify(manifest.version)}`,
  },
}

/** The file that carries the code of a worker, for both kinds of main module. */
const workerFile = 'language-worker.cjs'

/** Leaves that code in its file. */
const workerPlugin: Plugin = {
  name: 'worker',
  resolveId: {
    filter: { id: /worker-text\.ts$/ },
    handler: () => ({ id: `./${workerFile}`, external: 'relative' }),
  },
}

/** Puts it there. */
const workerTextPlugin: Plugin = {
  name: 'worker-text',
  load: {
    filter: { id: /worker-text\.ts$/ },
    async handler(id) {
      const input = { input: id.replace('-text', ''), platform: 'node', external, checks } as const
      const code = await bundleText(this, input, { format: 'cjs', minify: false })
      return `export const workerText = ${JSON.stringify(code)}`
    },
  },
}

/** What is loaded when it is needed is named after what it is, not after one of its modules. */
const chunkNames: Readonly<Record<string, string>> = { 'show-feed': 'inspector', 'udp-socket': 'sockets' }

function nameFiles(extension: string): OutputOptions {
  return {
    dir: 'dist',
    entryFileNames: `[name].${extension}`,
    chunkFileNames: ({ name }) => `${chunkNames[name] ?? name}.${extension}`,
  }
}

const main: RolldownOptions = {
  input: {
    index: 'src/main/index.ts',
    app: 'src/main/chrome-app/index.ts',
    'run-app': 'src/main/chrome-app/run-folder.ts',
  },
  platform: 'node',
  external,
  plugins: [
    sourcePlugin,
    rawPlugin,
    declarations,
    preloadText,
    appPreloadText,
    packageVersion,
    workerPlugin,
    asciiPlugin,
  ],
  checks,
  // Else the preload script would stand in it three times.
  optimization: { inlineConst: false },
  transform: { target },
  output: [
    { ...nameFiles('js'), format: 'esm' },
    { ...nameFiles('cjs'), format: 'cjs' },
  ],
}

const languageWorker: RolldownOptions = {
  input: 'src/main/chrome-app/languages/worker-text.ts',
  platform: 'node',
  checks,
  plugins: [workerTextPlugin, asciiPlugin],
  output: { file: `dist/${workerFile}`, format: 'cjs' },
}

const cli: RolldownOptions = {
  input: 'src/cli/index.ts',
  platform: 'node',
  external,
  checks,
  plugins: [packageVersion],
  transform: { target },
  output: { file: 'dist/cli.js', format: 'esm' },
}

/** One CommonJS file that a sandboxed renderer can load: nothing but electron is required at run time. */
const preload: RolldownOptions = {
  input: 'src/preload/index.ts',
  platform: 'browser',
  external: ['electron'],
  checks,
  plugins: [sourcePlugin, packageVersion],
  transform: { target: 'chrome118' },
}
const preloadOutput: OutputOptions = { file: 'dist/preload.cjs', format: 'cjs' }

/** The same for the pages of a whole Chrome App. */
const appPreload: RolldownOptions = { ...preload, input: 'src/preload/chrome-app/index.ts' }
const appPreloadOutput: OutputOptions = { file: 'dist/app-preload.cjs', format: 'cjs' }

export default [
  main,
  { ...preload, output: preloadOutput },
  { ...appPreload, output: appPreloadOutput },
  languageWorker,
  cli,
]

/** The demo as a program of its own: `electron-builder` puts the package and its dependencies beside it. */
export const demo: Configuration = {
  appId: 'org.electron-chrome-sockets.web-server',
  productName: 'Web Server',
  directories: { output: 'out/demo', buildResources: 'examples/web-server' },
  files: ['package.json', 'dist/*.js', 'dist/*.cjs', 'examples/web-server/**'],
  extraMetadata: { main: 'examples/web-server/main.js' },
  npmRebuild: false,
  linux: { target: 'dir', executableName: 'web-server', category: 'Network' },
}
