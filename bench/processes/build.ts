import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OutputOptions } from 'rolldown'
import { rolldown } from 'rolldown'

const bench = fileURLToPath(new URL('../', import.meta.url))
/** Inside of the repository: only there does the package find itself by its name. */
export const outFolder = path.join(bench, '../out/bench')
const external = ['electron', 'electron-chrome-sockets', 'electron-chrome-sockets/app', /^node:/, /^[a-z_]+$/]

const formats = {
  'main.js': { format: 'esm', platform: 'node' },
  'app.js': { format: 'esm', platform: 'node' },
  'page.js': { format: 'iife', platform: 'browser' },
  'preload.cjs': { format: 'cjs', platform: 'node' },
  'first-preload.cjs': { format: 'cjs', platform: 'node' },
  'last-preload.cjs': { format: 'cjs', platform: 'node' },
} as const satisfies Record<string, { format: OutputOptions['format']; platform: 'node' | 'browser' }>

type Output = keyof typeof formats

/** What a program consists of; the files are named as inside of `bench`. */
export interface Sources {
  /** What is bundled, by its name in the program's folder. */
  readonly bundles: Partial<Record<Output, string>>
  readonly copies?: readonly string[]
}

async function bundle(source: string, output: Output, folder: string): Promise<void> {
  const { format, platform } = formats[output]
  const built = await rolldown({
    input: path.join(bench, source),
    platform,
    external: platform === 'node' ? external : [],
    transform: { target: 'chrome118' },
  })
  await built.write({ file: path.join(folder, output), format })
  await built.close()
}

/** Where this run keeps what it has built. */
export function makeBuildFolder(): string {
  fs.mkdirSync(outFolder, { recursive: true })
  return fs.mkdtempSync(path.join(outFolder, 'apps-'))
}

/** Makes a program in a folder of its own. */
export async function buildApp(parent: string, name: string, sources: Sources): Promise<string> {
  const { bundles, copies = [] } = sources
  const folder = path.join(parent, name)
  fs.mkdirSync(folder)
  for (const [output, source] of Object.entries(bundles)) await bundle(source, output as Output, folder)
  for (const file of copies) fs.copyFileSync(path.join(bench, file), path.join(folder, path.basename(file)))
  return folder
}
