import fs from 'node:fs'

/** What an app's own author adds to `chrome`, by the file that does so. */
export interface Provided {
  /** As pages call it: `chrome.serial`. */
  readonly name: string
  /** A script. */
  readonly source: string
}

const namePattern = /^chrome(?:\.[A-Za-z]\w*)+$/
/** Bytes: it is sent to each page of the app. */
const maxLength = 1024 * 1024

function readOne(name: string, file: string): Provided {
  if (!namePattern.test(name)) throw new TypeError(`'${name}' is no namespace like 'chrome.serial'`)
  if (fs.statSync(file).size > maxLength) throw new TypeError(`${file} is longer than 1 MiB`)
  return { name, source: fs.readFileSync(file, 'utf8') }
}

/** Reads the files of the option `provide`. Throws where one cannot be read. */
export function readProvided(provide: Readonly<Record<string, string>>): Provided[] {
  return Object.entries(provide).map(([name, file]) => readOne(name, file))
}
