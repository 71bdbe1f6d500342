import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** What a TLS server shows, in PEM. */
export interface Identity {
  readonly cert: string
  readonly key: string
}

const here = 'DNS:localhost,IP:127.0.0.1,IP:::1'
const elsewhere = 'DNS:elsewhere.example,IP:192.0.2.1'

/** The names that each certificate is for, and the days that it has left. */
const leaves = {
  good: [here, '30'],
  nameOnly: ['DNS:localhost', '30'],
  addressOnly: ['IP:127.0.0.1', '30'],
  expired: [here, '-1'],
  wrongName: [elsewhere, '30'],
  expiredAndWrongName: [elsewhere, '-1'],
} as const

export type IdentityName = keyof typeof leaves | 'selfSigned' | 'unknownAuthority'

export interface Certificates {
  /** Signs all but those that are self-signed or of an unknown authority. */
  readonly authority: string
  readonly identities: Readonly<Record<IdentityName, Identity>>
}

function createAuthority(run: (command: string, ...args: string[]) => void, name: string): void {
  const extensions = ['-addext', `subjectAltName=${here}`]
  run('req', '-x509', '-key', 'key', '-out', name, '-days', '30', '-subj', `/CN=${name}`, ...extensions)
}

/** Makes them anew with the `openssl` binary; one key serves all. */
export function createCertificates(): Certificates {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'certificates-'))
  const run = (command: string, ...args: string[]): void =>
    void execFileSync('openssl', [command, ...args], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] })
  const read = (name: string): string => fs.readFileSync(path.join(folder, name), 'utf8')
  try {
    run('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'key')
    for (const name of ['authority', 'selfSigned']) createAuthority(run, name)
    run('req', '-new', '-key', 'key', '-out', 'request', '-subj', '/CN=leaf')
    const sign = (name: string, issuer: string, names: string, days: string): void => {
      fs.writeFileSync(
        path.join(folder, 'extensions'),
        `subjectAltName=${names}\nbasicConstraints=CA:FALSE\n`,
      )
      const by = ['-CA', issuer, '-CAkey', 'key', '-CAcreateserial', '-extfile', 'extensions']
      run('x509', '-req', '-in', 'request', '-out', name, '-days', days, ...by)
    }
    for (const [name, [names, days]] of Object.entries(leaves)) sign(name, 'authority', names, days)
    sign('unknownAuthority', 'selfSigned', here, '30')
    const names = [...Object.keys(leaves), 'selfSigned', 'unknownAuthority'] as IdentityName[]
    const identities = names.map((name) => [name, { cert: read(name), key: read('key') }])
    return { authority: read('authority'), identities: Object.fromEntries(identities) }
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}
