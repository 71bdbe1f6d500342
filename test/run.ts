// jiti test/run.ts [VITEST ARGS...]: `vitest run`, but files of tests in Electron that failed are tried once more.
import { createVitest, parseCLI } from 'vitest/node'
import { isWorthSecondTry } from './support/second-try.ts'
import type { TestModule } from 'vitest/node'

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const vitest = await createVitest('test', { ...options, watch: false })
const { testModules, unhandledErrors } = await vitest.start(filter)
const failed = testModules.filter((module) => !module.ok())
if (unhandledErrors.length === 0 && isWorthSecondTry(failed)) await tryAgain(failed)
await vitest.exit()

async function tryAgain(modules: readonly TestModule[]): Promise<void> {
  const names = modules.map(({ relativeModuleId }) => relativeModuleId).join(', ')
  console.log(`\nSecond try of ${names}; what holds now is unsteady, a bug to mend.`)
  process.exitCode = 0
  await vitest.runTestSpecifications(modules.map((module) => module.toTestSpecification()))
}
