import path from 'node:path'
import { build } from 'electron-builder'
import { demo } from '../electron.config.ts'
import { readRuntime } from './electron-version.ts'

// The runtime that is here is packed as it is; without one electron-builder fetches the official release itself.
const outputs = await build({ config: { ...demo, ...readRuntime() }, publish: 'never' })
const folder = path.resolve(demo.directories?.output ?? '', 'linux-unpacked')
console.log(
  `packed ${folder} (${outputs.length === 0 ? 'a folder to be copied as it is' : outputs.join(', ')})`,
)
