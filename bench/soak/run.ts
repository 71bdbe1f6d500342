/** npm run soak -- [OPTIONS]: see README.md beside this file. */
import fs from 'node:fs'
import path from 'node:path'
import { describeMachine } from '../campaign/machine.ts'
import { buildApp, makeBuildFolder } from '../processes/build.ts'
import { readDescriptorLimit } from '../processes/descriptor-limit.ts'
import type { Subject } from '../subjects/subject.ts'
import type { CommandLine } from './command-line.ts'
import { readCommandLine } from './command-line.ts'
import type { SoakResults } from './report.ts'
import { printMarkdown, printText } from './report.ts'
import type { PartResult } from './run-part.ts'
import { runPart } from './run-part.ts'

/** Every client of the first part is a descriptor of main and one of the client process, besides their own. */
const descriptorsNeeded = (scale: number): number => 10_000 * scale + 1000

/** Node has raised the limit of its own processes to what the system allows. */
function checkDescriptorLimit(scale: number): void {
  const limit = readDescriptorLimit()
  const needed = descriptorsNeeded(scale)
  if (limit >= needed) return
  throw new Error(`${limit} open files are allowed, ${needed} are needed: raise the limit (ulimit -Hn) first`)
}

async function runAll(
  options: CommandLine,
  args: readonly string[],
  buildFolder: string,
): Promise<SoakResults> {
  const { parts, scale } = options
  const started = performance.now()
  const client = await buildApp(buildFolder, 'client', { bundles: { 'main.js': 'soak/client/main.ts' } })
  const apps = new Map<Subject, string>()
  for (const subject of new Set(parts.map((part) => part.subject)))
    apps.set(subject, await subject.build(buildFolder))
  const done: PartResult[] = []
  let electron = ''
  for (const part of parts) {
    console.error(`${part.name}: ${part.title}`)
    const folders = { app: apps.get(part.subject) ?? '', client }
    const { result, versions } = await runPart(part, folders, scale)
    electron = versions.electron ?? ''
    done.push(result)
  }
  return {
    date: new Date().toISOString(),
    command: ['npm run soak', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
    machine: describeMachine(),
    electron,
    scale,
    seconds: Math.round((performance.now() - started) / 1000),
    parts: done,
  }
}

const args = process.argv.slice(2)
const options = readCommandLine(args)
checkDescriptorLimit(options.scale)
const buildFolder = makeBuildFolder()
process.once('exit', () => fs.rmSync(buildFolder, { recursive: true, force: true }))
const results = await runAll(options, args, buildFolder)
fs.mkdirSync(path.dirname(options.json), { recursive: true })
fs.writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`)
console.log(options.markdown ? printMarkdown(results) : printText(results))
process.exit(results.parts.every(({ errors }) => errors.length === 0) ? 0 : 1)
