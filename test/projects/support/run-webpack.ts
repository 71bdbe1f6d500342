import webpack from 'webpack'

/** A warning is a failure. */
export async function runWebpack(configuration: webpack.Configuration): Promise<void> {
  const compiler = webpack(configuration)
  const stats = await new Promise<webpack.Stats | undefined>((resolve, reject) => {
    compiler.run((error, result) => (error ? reject(error) : resolve(result)))
  })
  if (stats?.hasErrors() !== false || stats.hasWarnings())
    throw new Error(stats?.toString('errors-warnings') ?? 'no stats')
}
