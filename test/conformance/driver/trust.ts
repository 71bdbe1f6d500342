import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** Runs NSS's certutil, or says what to install. */
function certutil(args: readonly string[]): void {
  try {
    execFileSync('certutil', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new Error(
      "Recording needs certutil, to make Chromium trust the suite's certificates: `apt-get install libnss3-tools`.",
      { cause: error },
    )
  }
}

/** Makes a home folder with the authority in it; Chromium on Linux reads the user's own from there. */
export function trustInHome(home: string, authority: string): void {
  const database = path.join(home, '.pki', 'nssdb')
  fs.mkdirSync(database, { recursive: true })
  const file = path.join(home, 'authority.pem')
  fs.writeFileSync(file, authority)
  certutil(['-d', `sql:${database}`, '-N', '--empty-password'])
  certutil(['-d', `sql:${database}`, '-A', '-t', 'C,,', '-n', 'Conformance Test Authority', '-i', file])
}
