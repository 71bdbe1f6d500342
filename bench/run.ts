/** npm run bench -- [OPTIONS]: see README.md beside this file. */
import fs from 'node:fs'
import path from 'node:path'
import { runCampaign } from './campaign/campaign.ts'
import { describeMachine } from './campaign/machine.ts'
import type { Results, Sample } from './campaign/results.ts'
import type { CommandLine } from './command-line.ts'
import { readCommandLine } from './command-line.ts'
import { buildApp, makeBuildFolder, outFolder } from './processes/build.ts'
import { raiseDescriptorLimit } from './processes/descriptor-limit.ts'
import { makeTrust } from './processes/trust.ts'
import { formatNumber } from './report/format-number.ts'
import { printComparison } from './report/comparison.ts'
import { printMarkdown } from './report/markdown.ts'
import { writeResults } from './report/readme.ts'
import { makeTable } from './report/table.ts'
import { printTextTable } from './report/text-table.ts'

const sizes = {
  full: {
    span: { warmUp: 300, duration: 2000 },
    idleConnections: 10_000,
    startUps: 4,
    files: { short: 1e9, long: 4e9 },
    settleTime: 1500,
  },
  quick: {
    span: { warmUp: 50, duration: 200 },
    idleConnections: 1000,
    startUps: 1,
    files: { short: 2e7, long: 4e7 },
    settleTime: 200,
  },
}

function reportSample({ round, subject, values, errors }: Sample): void {
  const found = Object.entries(values).map(([row, value]) => `${row} ${formatNumber(value)}`)
  const failed = Object.entries(errors).map(([metric, message]) => `${metric} FAILED: ${message}`)
  console.error(`round ${round + 1}, ${subject}: ${[...found, ...failed].join(', ')}`)
}

const timeLimit = 45 * 60_000

async function measure(options: CommandLine, buildFolder: string): Promise<Results> {
  const { rounds, metrics, quick } = options
  const started = performance.now()
  const machine = describeMachine()
  const plan = {
    size: sizes[quick ? 'quick' : 'full'],
    trust: makeTrust(buildFolder),
    clientFolder: await buildApp(buildFolder, 'client', { bundles: { 'main.js': 'client/main.ts' } }),
    profileFolder: options.profile ? outFolder : undefined,
  }
  const found = await runCampaign({ ...options, plan, buildFolder, timeLimit, onSample: reportSample })
  return {
    date: new Date().toISOString(),
    machine,
    rounds,
    quick,
    seconds: Math.round((performance.now() - started) / 1000),
    metrics: metrics.map(({ name }) => name),
    ...found,
  }
}

async function measureAndKeep(commandLine: CommandLine): Promise<Results> {
  raiseDescriptorLimit()
  const buildFolder = makeBuildFolder()
  // What was started may still write into it.
  const options = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 }
  process.once('exit', () => fs.rmSync(buildFolder, options))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1))
  const results = await measure(commandLine, buildFolder)
  fs.mkdirSync(path.dirname(commandLine.json), { recursive: true })
  fs.writeFileSync(commandLine.json, `${JSON.stringify(results, null, 2)}\n`)
  return results
}

const options = readCommandLine(process.argv.slice(2))
const { from, markdown } = options
const results =
  from === undefined ? await measureAndKeep(options) : (JSON.parse(fs.readFileSync(from, 'utf8')) as Results)
const table = makeTable(results)
console.log(printTextTable(table))
if (markdown) {
  await writeResults('bench/README.md', printMarkdown(results, table))
  await writeResults('README.md', printComparison(results))
}
process.exit(0)
