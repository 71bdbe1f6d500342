import fs from 'node:fs'
import path from 'node:path'

/** Puts a package that has only a preload script among the dependencies of an app; returns the script's path. */
export function installInApp(app: string, script: 'app-preload' | 'preload', text: string): string {
  const dependency = path.join(app, 'node_modules/electron-chrome-sockets')
  const file = path.join(dependency, `${script}.cjs`)
  const exports = { [`./${script}`]: `./${script}.cjs` }
  fs.mkdirSync(dependency, { recursive: true })
  fs.writeFileSync(
    path.join(dependency, 'package.json'),
    JSON.stringify({ name: 'electron-chrome-sockets', exports }),
  )
  fs.writeFileSync(file, text)
  return file
}
