import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const page = '<!doctype html>\n<html>\n<head><title>Window</title></head>\n<body></body>\n</html>\n'

interface AppSources {
  /** Besides a name, a version and the background script. */
  readonly manifest?: object
  /** Besides `window.html`, which is an empty page. */
  readonly files?: Readonly<Record<string, string>>
}

/** Writes a Chrome App of one background script, in whose `record` it says what happens, into a folder of its own. */
export function writeChromeApp(background: string, { files, manifest }: AppSources = {}): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
  const description = {
    manifest_version: 2,
    name: 'App',
    version: '1.0',
    app: { background: { scripts: ['background.js'] } },
    permissions: ['storage'],
    ...manifest,
  }
  const sources = {
    'manifest.json': JSON.stringify(description),
    'background.js': `var record = []\n${background}`,
    'window.html': page,
    ...files,
  }
  for (const [name, text] of Object.entries(sources)) fs.writeFileSync(path.join(folder, name), text)
  return folder
}
