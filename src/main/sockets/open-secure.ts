import net from 'node:net'
import tls from 'node:tls'
import { netErrors } from '../../renderer-types/net-errors.ts'
import { waitForVerdict } from './client-certificate.ts'
import { toLateTlsError, toTlsError } from './tls-error.ts'
import { hasKnownAuthority } from './known-authority.ts'

export interface TlsVersions {
  min?: string | undefined
  max?: string | undefined
}

const minVersions: Readonly<Record<string, tls.SecureVersion>> = {
  // Chrome has nothing older than TLS 1.2: older minimums are raised.
  tls1: 'TLSv1.2',
  'tls1.1': 'TLSv1.2',
  'tls1.2': 'TLSv1.2',
  'tls1.3': 'TLSv1.3',
}

const maxVersions: Readonly<Record<string, tls.SecureVersion>> = { 'tls1.2': 'TLSv1.2', 'tls1.3': 'TLSv1.3' }

export interface SecureTarget {
  /** What the certificate must be for. */
  readonly host: string
  readonly versions: TlsVersions
  /** Trusted besides the well-known authorities, in PEM. */
  readonly certificateAuthorities: readonly string[]
}

/** Given a list of its own, Node trusts nothing else, not even what NODE_EXTRA_CA_CERTS names. */
function listAuthorities({ certificateAuthorities }: SecureTarget): string[] | undefined {
  return certificateAuthorities.length > 0 ? [...tls.rootCertificates, ...certificateAuthorities] : undefined
}

function toOptions({ host, versions }: SecureTarget, ca: string[] | undefined): tls.ConnectionOptions {
  return {
    servername: net.isIP(host) === 0 ? host.replace(/\.$/, '') : '',
    minVersion: minVersions[versions.min ?? ''] ?? 'TLSv1.2',
    maxVersion: maxVersions[versions.max ?? ''] ?? 'TLSv1.3',
    ca,
    // Verified below, in Chromium's order: authority, name, everything else.
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  }
}

/** 0 for a certificate that is trusted and for this host. */
function verifyPeer(socket: tls.TLSSocket, host: string, ca: string[] | undefined): number {
  const { ERR_CERT_AUTHORITY_INVALID, ERR_CERT_COMMON_NAME_INVALID, ERR_CERT_DATE_INVALID } = netErrors
  const code = socket.authorized ? 0 : toTlsError({ code: socket.authorizationError })
  const certificate = socket.getPeerCertificate(true)
  // Of several things that are wrong Node tells the last one: the date may hide the authority.
  const isHidden = code === ERR_CERT_DATE_INVALID && !hasKnownAuthority(certificate, ca)
  if (isHidden || code === ERR_CERT_AUTHORITY_INVALID) return ERR_CERT_AUTHORITY_INVALID
  // The common name has not counted for a long time.
  const isNamed = typeof certificate.subjectaltname === 'string'
  const isRight = isNamed && tls.checkServerIdentity(host, certificate) === undefined
  return isRight ? code : ERR_CERT_COMMON_NAME_INVALID
}

/** Begins TLS on a connection; resolves to the secure one, paused, or to a net error. */
export function openSecure(
  connection: net.Socket,
  target: SecureTarget,
  signal: AbortSignal,
): Promise<tls.TLSSocket | number> {
  const ca = listAuthorities(target)
  const options = toOptions(target, ca)
  if (options.minVersion === 'TLSv1.3' && options.maxVersion === 'TLSv1.2') {
    connection.destroy()
    return Promise.resolve(netErrors.ERR_SSL_PROTOCOL_ERROR)
  }
  return new Promise((resolve) => {
    const socket = tls.connect({ ...options, socket: connection })
    const onAbort = (): void => void socket.destroy()
    const finish = (code: number): void => {
      signal.removeEventListener('abort', onAbort)
      socket.off('error', onError).off('close', onClose)
      if (code !== 0) socket.on('error', () => {}).destroy()
      resolve(code === 0 ? socket.pause() : code)
    }
    let hasKeys = false
    const started = performance.now()
    const onError = (error: Error): void => finish(hasKeys ? toLateTlsError(error) : toTlsError(error))
    const onClose = (): void =>
      finish(signal.aborted ? netErrors.ERR_ABORTED : netErrors.ERR_CONNECTION_CLOSED)
    socket.once('error', onError).once('close', onClose)
    socket.once('keylog', () => void (hasKeys = true))
    socket.once('secureConnect', () => {
      const code = verifyPeer(socket, target.host, ca)
      if (code !== 0) return finish(code)
      waitForVerdict(connection, socket, performance.now() - started, () => finish(0))
    })
    signal.addEventListener('abort', onAbort)
  })
}
