/** Chromium's net error codes that the socket APIs can answer (Chromium: net/base/net_error_list.h). */
export const netErrors = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_INVALID_ARGUMENT: -4,
  ERR_INVALID_HANDLE: -5,
  ERR_TIMED_OUT: -7,
  ERR_UNEXPECTED: -9,
  ERR_ACCESS_DENIED: -10,
  ERR_NOT_IMPLEMENTED: -11,
  ERR_INSUFFICIENT_RESOURCES: -12,
  ERR_OUT_OF_MEMORY: -13,
  ERR_SOCKET_NOT_CONNECTED: -15,
  ERR_SOCKET_IS_CONNECTED: -23,
  ERR_CONNECTION_CLOSED: -100,
  ERR_CONNECTION_RESET: -101,
  ERR_CONNECTION_REFUSED: -102,
  ERR_CONNECTION_ABORTED: -103,
  ERR_CONNECTION_FAILED: -104,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_INTERNET_DISCONNECTED: -106,
  ERR_SSL_PROTOCOL_ERROR: -107,
  ERR_ADDRESS_INVALID: -108,
  ERR_ADDRESS_UNREACHABLE: -109,
  ERR_SSL_CLIENT_AUTH_CERT_NEEDED: -110,
  ERR_NO_SSL_VERSIONS_ENABLED: -112,
  ERR_SSL_VERSION_OR_CIPHER_MISMATCH: -113,
  ERR_CONNECTION_TIMED_OUT: -118,
  ERR_NETWORK_ACCESS_DENIED: -138,
  ERR_MSG_TOO_BIG: -142,
  ERR_ADDRESS_IN_USE: -147,
  ERR_NO_BUFFER_SPACE: -176,
  ERR_CERT_COMMON_NAME_INVALID: -200,
  ERR_CERT_DATE_INVALID: -201,
  ERR_CERT_AUTHORITY_INVALID: -202,
  ERR_CERT_REVOKED: -206,
  ERR_CERT_INVALID: -207,
  ERR_CERT_WEAK_SIGNATURE_ALGORITHM: -208,
  ERR_CERT_WEAK_KEY: -211,
} as const

export type NetErrorName = keyof typeof netErrors
export type NetErrorCode = (typeof netErrors)[NetErrorName]

const names = new Map<number, string>(Object.entries(netErrors).map(([name, code]) => [code, name]))

/** The text Chrome shows for a code: `net::ERR_ADDRESS_IN_USE`. */
export function describeNetError(code: number): string {
  return `net::${names.get(code) ?? 'ERR_<unknown>'}`
}
