import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import webpack from 'webpack'
import { root } from '../../support/root.ts'
import { createForgeProject } from './forge.ts'
import type { DevServer, ForgeOptions, ForgeTemplate } from './forge.ts'
import type { Project } from './project.ts'
import { runWebpack } from './run-webpack.ts'

function create(options?: ForgeOptions): Project {
  const project = createForgeProject('forge-webpack', 'MAIN_WINDOW_WEBPACK_ENTRY', options)
  // What its HtmlWebpackPlugin makes of the template's.
  project.remove('index.html')
  project.write(
    '.webpack/renderer/main_window/index.html',
    '<!doctype html>\n<script defer src="../main_window/index.js"></script>\n',
  )
  return project
}

/**
 * Builds it as `@electron-forge/plugin-webpack` 7.11.2 does: these are the configurations that it makes. It is imitated,
 * since it would bring hundreds of packages.
 */
async function build({ folder }: Project, serverUrl?: string): Promise<void> {
  const isProduction = serverUrl === undefined
  const rules = (await import(pathToFileURL(path.join(folder, 'webpack.rules.mjs')).href)) as {
    default: webpack.RuleSetRule[]
  }
  const common: webpack.Configuration = {
    context: folder,
    mode: isProduction ? 'production' : 'development',
    node: { __dirname: false, __filename: false },
    module: { rules: rules.default },
    // The loader is not among the project's own packages here.
    resolveLoader: { modules: [path.join(root, 'node_modules')] },
  }
  const renderer: webpack.Configuration = {
    ...common,
    target: 'web',
    devtool: isProduction ? 'source-map' : 'eval-source-map',
  }
  const output = {
    path: path.join(folder, '.webpack/renderer'),
    globalObject: 'self',
    publicPath: isProduction ? '' : '/',
  }
  const preload = path.join(folder, '.webpack/renderer/main_window/preload.js')
  const defined = isProduction
    ? {
        MAIN_WINDOW_WEBPACK_ENTRY:
          "`file://${require('path').resolve(__dirname, '..', 'renderer', 'main_window', 'index.html')}`",
        MAIN_WINDOW_PRELOAD_WEBPACK_ENTRY:
          "require('path').resolve(__dirname, '../renderer', 'main_window', 'preload.js')",
      }
    : {
        MAIN_WINDOW_WEBPACK_ENTRY: JSON.stringify(serverUrl),
        MAIN_WINDOW_PRELOAD_WEBPACK_ENTRY: JSON.stringify(preload),
      }
  await runWebpack({
    ...common,
    target: 'electron-main',
    devtool: 'source-map',
    entry: path.join(folder, 'src/main.js'),
    output: { path: path.join(folder, '.webpack/main'), filename: 'index.js', libraryTarget: 'commonjs2' },
    plugins: [new webpack.DefinePlugin(defined)],
  })
  await runWebpack({
    ...renderer,
    entry: { main_window: [path.join(folder, 'src/renderer.js')] },
    output: { ...output, filename: '[name]/index.js' },
  })
  const externals = ['electron', 'electron/renderer', 'electron/common', 'events', 'timers', 'url']
  await runWebpack({
    ...renderer,
    entry: { main_window: [path.join(folder, 'src/preload.js')] },
    output: { ...output, filename: '[name]/preload.js' },
    plugins: [new webpack.ExternalsPlugin('commonjs2', externals)],
  })
}

/** What webpack's development server has in memory, as files. */
async function serve(project: Project): Promise<DevServer> {
  const server = http.createServer(({ url = '' }, response) => {
    const type = url.endsWith('.html') ? 'text/html' : 'text/javascript'
    response.setHeader('content-type', type)
    fs.createReadStream(project.path('.webpack/renderer', url))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}/main_window/index.html`, close: () => server.close() }
}

export const forgeWebpack: ForgeTemplate = { built: '.webpack', create, build, serve }
