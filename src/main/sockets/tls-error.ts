import { netErrors } from '../../renderer-types/net-errors.ts'
import type { NetErrorCode } from '../../renderer-types/net-errors.ts'
import { getErrno, toNetError } from './net-error.ts'

const byTlsCode: Readonly<Record<string, NetErrorCode>> = {
  CERT_CHAIN_TOO_LONG: netErrors.ERR_CERT_INVALID,
  CERT_HAS_EXPIRED: netErrors.ERR_CERT_DATE_INVALID,
  CERT_NOT_YET_VALID: netErrors.ERR_CERT_DATE_INVALID,
  CERT_REJECTED: netErrors.ERR_CERT_INVALID,
  CERT_REVOKED: netErrors.ERR_CERT_REVOKED,
  // Whoever has signed it, it is not the authority of that name.
  CERT_SIGNATURE_FAILURE: netErrors.ERR_CERT_AUTHORITY_INVALID,
  CERT_UNTRUSTED: netErrors.ERR_CERT_AUTHORITY_INVALID,
  DEPTH_ZERO_SELF_SIGNED_CERT: netErrors.ERR_CERT_AUTHORITY_INVALID,
  ERR_SSL_CA_MD_TOO_WEAK: netErrors.ERR_CERT_WEAK_SIGNATURE_ALGORITHM,
  ERR_SSL_EE_KEY_TOO_SMALL: netErrors.ERR_CERT_WEAK_KEY,
  ERR_SSL_NO_PROTOCOLS_AVAILABLE: netErrors.ERR_NO_SSL_VERSIONS_ENABLED,
  ERR_SSL_NO_SUPPORTED_VERSIONS_ENABLED: netErrors.ERR_NO_SSL_VERSIONS_ENABLED,
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: netErrors.ERR_SSL_VERSION_OR_CIPHER_MISMATCH,
  ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: netErrors.ERR_SSL_VERSION_OR_CIPHER_MISMATCH,
  // BoringSSL's name of it, and OpenSSL's.
  ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED: netErrors.ERR_SSL_CLIENT_AUTH_CERT_NEEDED,
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: netErrors.ERR_SSL_CLIENT_AUTH_CERT_NEEDED,
  ERR_SSL_UNSUPPORTED_PROTOCOL: netErrors.ERR_SSL_VERSION_OR_CIPHER_MISMATCH,
  ERR_TLS_CERT_ALTNAME_INVALID: netErrors.ERR_CERT_COMMON_NAME_INVALID,
  INVALID_CA: netErrors.ERR_CERT_AUTHORITY_INVALID,
  INVALID_PURPOSE: netErrors.ERR_CERT_INVALID,
  PATH_LENGTH_EXCEEDED: netErrors.ERR_CERT_INVALID,
  SELF_SIGNED_CERT_IN_CHAIN: netErrors.ERR_CERT_AUTHORITY_INVALID,
  UNABLE_TO_GET_ISSUER_CERT: netErrors.ERR_CERT_AUTHORITY_INVALID,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: netErrors.ERR_CERT_AUTHORITY_INVALID,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: netErrors.ERR_CERT_AUTHORITY_INVALID,
}

/** What servers say to a client that has no certificate, where TLS 1.2 has no alert for it. */
const certificateAlerts: ReadonlySet<string> = new Set([
  'ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE',
  'ERR_SSL_SSLV3_ALERT_CERTIFICATE_UNKNOWN',
  'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
  'ERR_SSL_TLSV1_ALERT_ACCESS_DENIED',
])

/** The net error code for an error that the server has raised after it had agreed on keys with us. */
export function toLateTlsError(error: unknown): NetErrorCode {
  return certificateAlerts.has(getErrno(error))
    ? netErrors.ERR_SSL_CLIENT_AUTH_CERT_NEEDED
    : toTlsError(error)
}

/** The net error code for an error of Node's TLS. */
export function toTlsError(error: unknown): NetErrorCode {
  const code = getErrno(error)
  const known = byTlsCode[code]
  if (known !== undefined) return known
  // Node's own error for an end of the stream during the handshake; a real reset names the system call.
  if (code === 'ECONNRESET' && !(error instanceof Error && 'syscall' in error))
    return netErrors.ERR_CONNECTION_CLOSED
  return code.startsWith('ERR_SSL_') || code === 'EPROTO'
    ? netErrors.ERR_SSL_PROTOCOL_ERROR
    : toNetError(error)
}
