/**
 * npm run check-electron-types: compiles the source with the types of each Electron that docs/electron-versions.md says this
 * of. They are fetched from npm, without the programs.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { listTypesOnly } from './electron-versions.ts'
import { npmCommand } from './setup/npm-command.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = path.join(root, 'out/electron-types')

function fetchTypes(version: string): string {
  const target = path.join(folder, version)
  fs.mkdirSync(target, { recursive: true })
  const { command, args } = npmCommand(['pack', `electron@${version}`, '--ignore-scripts', '--silent'])
  execFileSync(command, args, { cwd: target })
  execFileSync('tar', ['-xzf', `electron-${version}.tgz`, 'package/electron.d.ts'], { cwd: target })
  return target
}

/** What the compiler says of the source with the types in that folder. */
function compile(target: string, hasApps: boolean): string[] {
  const globals = 'src/renderer-types/globals-app.d.ts'
  const excluded = hasApps ? [globals] : [globals, 'src/main/chrome-app', 'src/preload/chrome-app']
  const settings = {
    extends: '../../../tsconfig.json',
    compilerOptions: { paths: { electron: ['./package/electron.d.ts'] } },
    include: ['../../../src'],
    exclude: excluded.map((name) => `../../../${name}`),
  }
  fs.writeFileSync(path.join(target, 'tsconfig.json'), JSON.stringify(settings))
  const compiler = path.join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = spawnSync(process.execPath, [compiler, '-p', target], { cwd: root, encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes('error TS'))
}

fs.rmSync(folder, { recursive: true, force: true })
for (const { complaining, hasApps, version } of listTypesOnly(root)) {
  const complaints = compile(fetchTypes(version), hasApps)
  const files = [...new Set(complaints.map((line) => line.replace(/\(.*/, '')))].toSorted()
  // A file that should not compile and does would be one that does not know these types.
  const isRight = files.join() === complaining.join()
  console.log(
    `Electron ${version}: ${isRight ? 'as the table says' : ['not as the table says', ...complaints].join('\n  ')}`,
  )
  if (!isRight) process.exitCode = 1
}
