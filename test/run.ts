// jiti test/run.ts [VITEST ARGS...]: `vitest run`, but what waits least runs beside what drives windows, which waits a lot; and
// files of tests in Electron that failed are tried once more.
import { createVitest, parseCLI } from 'vitest/node'
import { CountingReporter } from './support/counting-reporter.ts'
import { isWorthSecondTry } from './support/second-try.ts'
import type { TestModule, TestRunResult, Vitest } from 'vitest/node'

interface Run extends TestRunResult {
  readonly vitest: Vitest
}

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)])
const counting = new CountingReporter(2)

/** One file of these at a time. */
const isBeside = (project: string): boolean => project === 'projects' || project.startsWith('unit')

async function run(beside: boolean): Promise<Run> {
  const vitest = await createVitest('test', {
    ...options,
    watch: false,
    passWithNoTests: true,
    // Two runs cannot both rewrite the last lines of a terminal.
    reporters: [['default', { summary: false }], counting],
  })
  vitest.projects = vitest.projects.filter(({ name }) => isBeside(name) === beside)
  if (beside) for (const { config } of vitest.projects) config.maxWorkers = 1
  return { vitest, ...(await vitest.start(filter).catch(passOverNothing)) }
}

/** What is asked for may be in the other part. */
function passOverNothing(error: unknown): TestRunResult {
  if (Reflect.get(Object(error), 'code') !== 'VITEST_FILES_NOT_FOUND') throw error
  return { testModules: [], unhandledErrors: [] }
}

const listFailed = ({ testModules }: Run): TestModule[] => testModules.filter((module) => !module.ok())

async function tryAgain(runs: readonly Run[]): Promise<void> {
  const names = runs.flatMap(listFailed).map(({ relativeModuleId }) => relativeModuleId)
  console.log(`\nSecond try of ${names.join(', ')}; what holds now is unsteady, a bug to mend.`)
  process.exitCode = 0
  for (const one of runs) {
    const specifications = listFailed(one).map((module) => module.toTestSpecification())
    if (specifications.length > 0) await one.vitest.runTestSpecifications(specifications)
  }
}

const runs = await Promise.all([run(true), run(false)])
if (runs.every(({ testModules }) => testModules.length === 0)) process.exitCode = 1
const hasOtherErrors = runs.some(({ unhandledErrors }) => unhandledErrors.length > 0)
if (!hasOtherErrors && isWorthSecondTry(runs.flatMap(listFailed))) await tryAgain(runs)
await runs[0].vitest.close()
await runs[1].vitest.exit()
