import { describe, expect, it } from 'vitest'
import { getErrno, toConnectError, toNetError } from '../../../../src/main/sockets/net-error.ts'

const errno = (code: string): Error => Object.assign(new Error(code), { code })

describe('an error of Node', () => {
  it.each([
    ['EACCES', -10, -138],
    ['EPERM', -10, -10],
    ['EADDRINUSE', -147, -147],
    ['EADDRNOTAVAIL', -108, -108],
    ['EAFNOSUPPORT', -109, -109],
    ['EBADF', -5, -5],
    ['EBUSY', -12, -12],
    ['ECANCELED', -3, -3],
    ['ECONNABORTED', -103, -103],
    ['ECONNREFUSED', -102, -102],
    ['ECONNRESET', -101, -101],
    ['EHOSTDOWN', -109, -109],
    ['EHOSTUNREACH', -109, -109],
    ['EINVAL', -4, -4],
    ['EISCONN', -23, -23],
    ['EMFILE', -12, -12],
    ['EMSGSIZE', -142, -142],
    ['ENETDOWN', -106, -106],
    ['ENETRESET', -101, -101],
    ['ENETUNREACH', -109, -109],
    ['ENFILE', -12, -12],
    ['ENOBUFS', -176, -176],
    ['ENODEV', -4, -4],
    ['ENOMEM', -13, -13],
    ['ENOPROTOOPT', -11, -11],
    ['ENOSYS', -11, -11],
    ['ENOTCONN', -15, -15],
    ['ENOTSUP', -11, -11],
    ['EPIPE', -101, -101],
    ['ETIMEDOUT', -7, -118],
    ['ESOMETHINGELSE', -2, -104],
  ])('%s is %i, or %i when it comes from connect', (code, general, ofConnect) => {
    expect(toNetError(errno(code))).toBe(general)
    expect(toConnectError(errno(code))).toBe(ofConnect)
  })

  it('may be any object that has a code, as a verdict on a certificate is', () => {
    expect(getErrno({ code: 'EACCES' })).toBe('EACCES')
    expect(toNetError({ code: 'EACCES' })).toBe(-10)
  })

  it('without a code is a failure', () => {
    for (const error of [new Error('x'), 'EACCES', undefined, null, {}]) {
      expect(getErrno(error)).toBe('')
      expect(toNetError(error)).toBe(-2)
      expect(toConnectError(error)).toBe(-104)
    }
  })
})
