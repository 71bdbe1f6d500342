import path from 'node:path'
import { build as buildWithEsbuild } from 'esbuild'
import { build as buildWithVite } from 'vite'
import webpack from 'webpack'
import type { Project } from './project.ts'

/** As Electron Forge's webpack plugin has it for the main process. */
async function bundleWithWebpack({ folder }: Project): Promise<void> {
  const compiler = webpack({
    context: folder,
    mode: 'production',
    target: 'electron-main',
    entry: path.join(folder, 'src/main.js'),
    output: { path: path.join(folder, 'dist'), filename: 'main.js' },
    node: { __dirname: false, __filename: false },
  })
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)))
  })
  if (stats?.hasErrors() !== false || stats.hasWarnings())
    throw new Error(stats?.toString('errors-warnings') ?? 'no stats')
}

/** The main process as one CommonJS file; a warning is a failure. */
async function bundleWithEsbuild({ folder }: Project): Promise<void> {
  const { warnings } = await buildWithEsbuild({
    absWorkingDir: folder,
    entryPoints: ['src/main.js'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['electron'],
    outfile: 'dist/main.js',
    logLevel: 'silent',
  })
  if (warnings.length > 0) throw new Error(JSON.stringify(warnings))
}

async function bundleWithVite({ folder }: Project): Promise<void> {
  await buildWithVite({
    root: folder,
    configFile: path.join(folder, 'vite.main.config.mjs'),
    logLevel: 'error',
  })
}

/** Makes the main process of a shape one file. */
export const bundlers: Readonly<Record<string, (project: Project) => Promise<void>>> = {
  'vite-library': bundleWithVite,
  esbuild: bundleWithEsbuild,
  webpack: bundleWithWebpack,
}
