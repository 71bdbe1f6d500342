import path from 'node:path'
import { build as buildWithEsbuild } from 'esbuild'
import { build as buildWithVite } from 'vite'
import type { Project } from './project.ts'
import { runWebpack } from './run-webpack.ts'

/** By itself; Forge's is in forge-webpack.ts. */
async function bundleWithWebpack({ folder }: Project): Promise<void> {
  await runWebpack({
    context: folder,
    mode: 'production',
    target: 'electron-main',
    entry: path.join(folder, 'src/main.js'),
    output: { path: path.join(folder, 'dist'), filename: 'main.js' },
    node: { __dirname: false, __filename: false },
  })
}

/** The main process as one file; a warning is a failure. */
async function bundleWithEsbuild({ folder }: Project, format: 'cjs' | 'esm'): Promise<void> {
  const { warnings } = await buildWithEsbuild({
    absWorkingDir: folder,
    entryPoints: ['src/main.js'],
    bundle: true,
    platform: 'node',
    format,
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
  esbuild: (project) => bundleWithEsbuild(project, 'cjs'),
  'esbuild-esm': (project) => bundleWithEsbuild(project, 'esm'),
  webpack: bundleWithWebpack,
}
