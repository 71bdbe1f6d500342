import path from 'node:path'
import { pathToFileURL } from 'node:url'
import webpack from 'webpack'
import { findSample } from '../../support/samples.ts'
import { root } from '../../support/root.ts'
import { Project } from './project.ts'
import { runWebpack } from './run-webpack.ts'

/** The recipe of docs/bundlers.md in Forge's webpack template; or without an own preload script. */
export function createForgeProject({ hasOwnPreload = true } = {}): Project {
  const project = new Project('forge-webpack')
  const recipe = findSample('docs/bundlers.md', 'MAIN_WINDOW_WEBPACK_ENTRY')
  const main = hasOwnPreload ? recipe : recipe.replace(' preload: false,', '')
  const preload = findSample('docs/bundlers.md', '// src/preload.js')
  project.write('src/main.js', `${main}import './window.js'\n`)
  project.write('src/preload.js', hasOwnPreload ? preload : '')
  project.move('page.js', 'src/renderer.js')
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
export async function buildForgeProject({ folder }: Project, serverUrl?: string): Promise<void> {
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
