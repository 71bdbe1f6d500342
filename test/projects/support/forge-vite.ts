import { builtinModules } from 'node:module'
import { build } from 'vite'
import type { InlineConfig } from 'vite'
import { findSample } from '../../support/samples.ts'
import { Project } from './project.ts'

const external = ['electron', ...builtinModules.flatMap((name) => [name, `node:${name}`])]

/** The recipe of docs/bundlers.md in Forge's Vite template; or without an own preload script. */
export function createForgeProject({ hasOwnPreload = true } = {}): Project {
  const project = new Project('forge-vite')
  const recipe = findSample('docs/bundlers.md', 'MAIN_WINDOW_VITE_DEV_SERVER_URL')
  const main = hasOwnPreload ? recipe : recipe.replace(' preload: false,', '')
  const preload = findSample('docs/bundlers.md', '// src/preload.js')
  project.write('src/main.js', `${main}import './window.js'\n`)
  project.write('src/preload.js', hasOwnPreload ? preload : '')
  project.move('page.js', 'src/renderer.js')
  project.write('index.html', '<!doctype html>\n<script type="module" src="/src/renderer.js"></script>\n')
  return project
}

/**
 * Builds it as `@electron-forge/plugin-vite` 7.11.2 does: these are the configurations that it makes. It is imitated,
 * since one of its dependencies lies on GitHub, which tests need not reach.
 */
export async function buildForgeProject({ folder }: Project, serverUrl?: string): Promise<void> {
  const common = { configFile: false, root: folder, logLevel: 'error', clearScreen: false } as const
  const output = { emptyOutDir: false, outDir: '.vite/build', minify: true, copyPublicDir: false }
  const main: InlineConfig = {
    ...common,
    build: {
      ...output,
      lib: { entry: 'src/main.js', fileName: () => '[name].js', formats: ['cjs'] },
      rollupOptions: { external },
    },
    define: {
      MAIN_WINDOW_VITE_DEV_SERVER_URL: JSON.stringify(serverUrl) ?? 'undefined',
      MAIN_WINDOW_VITE_NAME: '"main_window"',
    },
    resolve: { conditions: ['node'], mainFields: ['module', 'jsnext:main', 'jsnext'] },
  }
  const preload: InlineConfig = {
    ...common,
    build: {
      ...output,
      rollupOptions: {
        external,
        input: 'src/preload.js',
        output: { format: 'cjs', entryFileNames: '[name].js' },
      },
    },
  }
  const renderer: InlineConfig = { ...common, base: './', build: { outDir: '.vite/renderer/main_window' } }
  for (const config of [main, preload, renderer]) await build(config)
}
