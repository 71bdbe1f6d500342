import { describe, expect, it } from 'vitest'
import { toTlsError } from '../../../../src/main/sockets/tls-error.ts'

describe('an error of TLS', () => {
  it.each([
    ['CERT_CHAIN_TOO_LONG', -207],
    ['CERT_HAS_EXPIRED', -201],
    ['CERT_NOT_YET_VALID', -201],
    ['CERT_REJECTED', -207],
    ['CERT_REVOKED', -206],
    ['CERT_SIGNATURE_FAILURE', -202],
    ['CERT_UNTRUSTED', -202],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', -202],
    ['ERR_SSL_CA_MD_TOO_WEAK', -208],
    ['ERR_SSL_EE_KEY_TOO_SMALL', -211],
    ['ERR_SSL_NO_PROTOCOLS_AVAILABLE', -112],
    ['ERR_SSL_NO_SUPPORTED_VERSIONS_ENABLED', -112],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', -113],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', -113],
    ['ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED', -110],
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', -110],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', -113],
    ['ERR_TLS_CERT_ALTNAME_INVALID', -200],
    ['INVALID_CA', -202],
    ['INVALID_PURPOSE', -207],
    ['PATH_LENGTH_EXCEEDED', -207],
    ['SELF_SIGNED_CERT_IN_CHAIN', -202],
    ['UNABLE_TO_GET_ISSUER_CERT', -202],
    ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', -202],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', -202],
    ['ERR_SSL_WRONG_VERSION_NUMBER', -107],
    ['EPROTO', -107],
    ['EPIPE', -101],
    ['ESOMETHINGELSE', -2],
  ])('%s is %i', (code, expected) => {
    expect(toTlsError({ code })).toBe(expected)
    expect(toTlsError(Object.assign(new Error(code), { code }))).toBe(expected)
  })

  it('tells an end from a reset by the system call', () => {
    const error = Object.assign(new Error('x'), { code: 'ECONNRESET' })
    expect(toTlsError(error)).toBe(-100)
    expect(toTlsError(Object.assign(error, { syscall: 'read' }))).toBe(-101)
  })

  it.each([undefined, null, 'CERT_REVOKED', new Error('x')])('without a code is a failure: %s', (error) => {
    expect(toTlsError(error)).toBe(-2)
  })
})
