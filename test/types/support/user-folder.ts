import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../../support/root.ts'

/** A project of somebody who uses the package: a copy of a folder beside this one, compiled only. */
export class UserFolder {
  readonly #folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'types-')))

  constructor(source: string) {
    fs.cpSync(path.join(root, 'test/types', source), this.#folder, { recursive: true })
  }

  write(file: string, text: string): void {
    const target = path.join(this.#folder, file)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, text)
  }

  /** Copies a package: the types of a link would look for others where the link leads. */
  install(name: string, source = name): void {
    const from = path.join(root, 'node_modules', source)
    fs.cpSync(from, path.join(this.#folder, 'node_modules', name), { recursive: true, dereference: true })
  }

  installOurs(): void {
    const target = path.join(this.#folder, 'node_modules/electron-chrome-sockets')
    fs.cpSync(path.join(root, 'dist'), path.join(target, 'dist'), { recursive: true })
    fs.copyFileSync(path.join(root, 'package.json'), path.join(target, 'package.json'))
  }

  /** Its types, without the program. */
  installElectron(): void {
    const types = fs.readFileSync(path.join(root, 'node_modules/electron/electron.d.ts'), 'utf8')
    this.write('node_modules/electron/electron.d.ts', types)
    this.write('node_modules/electron/package.json', '{ "name": "electron", "types": "electron.d.ts" }')
  }

  /** What the compiler says, which should be nothing. */
  compile(compiler: string, options: object, files: readonly string[]): string {
    const compilerOptions = {
      target: 'ES2020',
      lib: ['ES2020', 'DOM'],
      strict: true,
      noEmit: true,
      ...options,
    }
    this.write('tsconfig.json', JSON.stringify({ compilerOptions, files }))
    const program = path.join(root, 'node_modules', compiler, 'bin/tsc')
    return spawnSync(process.execPath, [program, '-p', this.#folder], { encoding: 'utf8' }).stdout
  }

  dispose(): void {
    fs.rmSync(this.#folder, { recursive: true })
  }
}
