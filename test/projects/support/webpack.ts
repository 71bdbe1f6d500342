import webpack from 'webpack'
import type { Project } from './project.ts'

/** As Electron Forge's webpack plugin has it for the main process. */
export async function bundleWithWebpack(project: Project): Promise<void> {
  const compiler = webpack({
    context: project.folder,
    mode: 'production',
    target: 'electron-main',
    entry: project.path('src/main.js'),
    output: { path: project.path('dist'), filename: 'main.js' },
    node: { __dirname: false, __filename: false },
  })
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)))
  })
  if (stats === undefined || stats.hasErrors() || stats.hasWarnings())
    throw new Error(stats?.toString('errors-warnings') ?? 'no stats')
}
