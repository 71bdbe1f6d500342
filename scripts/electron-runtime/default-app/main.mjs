// What Electron runs when it has no app of its own: it reads the command line and loads the app named there.
// An ES module with top-level await: Electron holds back 'ready' until it has settled, hence until the app's
// own main, CommonJS or ES module, has been loaded.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { loadApp } from './load-app.mjs'
import { parseArguments } from './parse-arguments.mjs'

const usage = `Usage: electron [options] path

path is a folder with a package.json or index.js, or a JavaScript file.

  -r, --require   a module to load first (may be repeated)
  -v, --version   print Electron's version
  -a, --abi       print the ABI version for native modules`

/** @param {string[]} modules as seen from the working directory */
function preload(modules) {
  const require = createRequire(join(process.cwd(), 'noop.js'))
  for (const name of modules) require(name)
}

const { action, path, modules } = parseArguments(process.argv.slice(1))
if (action === 'version') {
  console.log(`v${process.versions.electron}`)
  process.exit(0)
}
if (action === 'abi') {
  console.log(process.versions.modules)
  process.exit(0)
}
if (action === 'run') {
  preload(modules)
  await loadApp(path)
} else {
  console.error(usage)
  process.exit(1)
}
