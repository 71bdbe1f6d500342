import { builtinModules } from 'node:module'
import { build, createServer } from 'vite'
import type { InlineConfig } from 'vite'
import { createForgeProject } from './forge.ts'
import type { DevServer, ForgeOptions, ForgeTemplate } from './forge.ts'
import type { Project } from './project.ts'

const external = ['electron', ...builtinModules.flatMap((name) => [name, `node:${name}`])]

function create(options?: ForgeOptions): Project {
  const project = createForgeProject('forge-vite', 'MAIN_WINDOW_VITE_DEV_SERVER_URL', options)
  project.write('index.html', '<!doctype html>\n<script type="module" src="/src/renderer.js"></script>\n')
  return project
}

/**
 * Builds it as `@electron-forge/plugin-vite` 7.11.2 does: these are the configurations that it makes. It is imitated,
 * since one of its dependencies lies on GitHub, which tests need not reach.
 */
async function buildProject({ folder }: Project, serverUrl?: string): Promise<void> {
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

async function serve({ folder }: Project): Promise<DevServer> {
  const server = await createServer({
    configFile: false,
    root: folder,
    server: { host: '127.0.0.1' },
    logLevel: 'error',
  })
  await server.listen()
  const [url = ''] = server.resolvedUrls?.local ?? []
  return { url, close: () => server.close() }
}

export const forgeVite: ForgeTemplate = { built: '.vite', create, build: buildProject, serve }
