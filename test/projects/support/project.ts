import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../../support/root.ts'

const here = path.join(root, 'test/projects')

/** A new folder whose name is its real one. */
function makeFolder(): string {
  return fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'electron-chrome-sockets-')))
}

let tarball: string | undefined

/** The package as npm would publish it. */
function packPackage(): string {
  if (tarball !== undefined) return tarball
  const folder = makeFolder()
  process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }))
  execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], { cwd: root })
  tarball = path.join(folder, fs.readdirSync(folder)[0] ?? '')
  return tarball
}

/** What `npm install` of the tarball does: the package has no dependencies. */
function installPackage(project: string): void {
  const target = path.join(project, 'node_modules/electron-chrome-sockets')
  fs.mkdirSync(target, { recursive: true })
  execFileSync('tar', ['-xzf', packPackage(), '--strip-components=1', '-C', target])
}

/** A folder that is used for one test. */
export class Project {
  readonly #outer = makeFolder()
  readonly folder: string

  /** A copy of a shape, with the page that all of them have, and with the package installed. */
  constructor(shape: string, name = shape) {
    this.folder = path.join(this.#outer, name)
    for (const source of [path.join(here, 'common'), path.join(here, 'shapes', shape)])
      fs.cpSync(source, this.folder, { recursive: true })
    installPackage(this.folder)
  }

  path(...names: string[]): string {
    return path.join(this.folder, ...names)
  }

  /** A path beside the project's folder. */
  beside(name: string): string {
    return path.join(this.#outer, name)
  }

  write(file: string, text: string): void {
    fs.mkdirSync(path.dirname(this.path(file)), { recursive: true })
    fs.writeFileSync(this.path(file), text)
  }

  move(from: string, to: string): void {
    fs.mkdirSync(path.dirname(this.path(to)), { recursive: true })
    fs.renameSync(this.path(from), this.path(to))
  }

  /** Runs a program of our own dependencies in the project's folder; gives what it has printed. */
  run(program: string, ...args: string[]): string {
    const file = path.join(root, 'node_modules', program)
    return execFileSync(process.execPath, [file, ...args], {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: 'pipe',
    })
  }

  remove(...names: string[]): void {
    fs.rmSync(this.path(...names), { recursive: true, force: true })
  }

  dispose(): void {
    fs.rmSync(this.#outer, { recursive: true, force: true })
  }
}
