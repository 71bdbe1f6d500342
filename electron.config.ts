/**
 * The one place that says how the parts are built (`rolldown -c electron.config.ts`) and how the demo is packaged
 * (`npm run dist`).
 */
import { rolldown } from 'rolldown'
import type { Plugin, RolldownOptions } from 'rolldown'
import manifest from './package.json' with { type: 'json' }

const target = 'node18'
const external = ['electron', 'zod/mini', /^node:/]

/** `import source from './module.ts?source'`: the module and all it imports as the text of one expression. */
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
      const bundle = await rolldown({ input: id.replace('?source', ''), platform: 'browser' })
      const { output } = await bundle.generate({ format: 'iife', name: 'facade', minify: true })
      for (const file of await bundle.watchFiles) this.addWatchFile(file)
      return `export default ${JSON.stringify(`(()=>{${output[0].code};return facade})()`)}`
    },
  },
}

const main: RolldownOptions = {
  input: 'src/main/index.ts',
  platform: 'node',
  external,
  transform: { target },
  output: [
    { file: 'dist/index.js', format: 'esm' },
    { file: 'dist/index.cjs', format: 'cjs' },
  ],
}

/** One CommonJS file that a sandboxed renderer can load: nothing but electron is required at run time. */
const preload: RolldownOptions = {
  input: 'src/preload/index.ts',
  platform: 'browser',
  external: ['electron'],
  plugins: [sourcePlugin],
  transform: { target: 'chrome118', define: { PACKAGE_VERSION: JSON.stringify(manifest.version) } },
  output: { file: 'dist/preload.cjs', format: 'cjs' },
}

export default [main, preload]
