import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { manifests, scripts } from '../manifests.ts'
import type { ScenarioFile } from './scenario-entry.ts'

const runtimeSource = fileURLToPath(new URL('../runtime/index.ts', import.meta.url))

/** The page's part of the suite as one script. */
export async function bundleRuntime(input = runtimeSource): Promise<string> {
  const bundle = await rolldown({ input, platform: 'browser' })
  const { output } = await bundle.generate({ format: 'iife' })
  await bundle.close()
  return output[0].code
}

const pageText = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <meta http-equiv="Content-Security-Policy" content="default-src 'self'; connect-src http://127.0.0.1:*" />
  <title>Conformance</title>
${scripts.map((script) => `  <script src="${script}"></script>`).join('\n')}
</html>
`

/**
 * Writes the app of one scenario file into a new folder: a manifest that makes it a Chrome App, and the same scripts
 * in a page for Electron.
 */
export function writeApp(file: ScenarioFile, runtime: string, controlUrl: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'conformance-app-'))
  const texts = {
    'manifest.json': JSON.stringify(manifests[file.app]),
    'page.html': pageText,
    'control.js': `window.conformanceControl = ${JSON.stringify(controlUrl)}\n`,
    'runtime.js': runtime,
    'scenarios.js': fs.readFileSync(file.path, 'utf8'),
  }
  for (const [name, text] of Object.entries(texts)) fs.writeFileSync(path.join(folder, name), text)
  return folder
}
