import { netErrors } from '../../renderer-types/net-errors.ts'
import type { NetErrorCode } from '../../renderer-types/net-errors.ts'

/** Chromium: net/base/net_errors_posix.cc */
const byErrno: Readonly<Record<string, NetErrorCode>> = {
  EACCES: netErrors.ERR_ACCESS_DENIED,
  EPERM: netErrors.ERR_ACCESS_DENIED,
  EADDRINUSE: netErrors.ERR_ADDRESS_IN_USE,
  EADDRNOTAVAIL: netErrors.ERR_ADDRESS_INVALID,
  EAFNOSUPPORT: netErrors.ERR_ADDRESS_UNREACHABLE,
  EBADF: netErrors.ERR_INVALID_HANDLE,
  EBUSY: netErrors.ERR_INSUFFICIENT_RESOURCES,
  ECANCELED: netErrors.ERR_ABORTED,
  ECONNABORTED: netErrors.ERR_CONNECTION_ABORTED,
  ECONNREFUSED: netErrors.ERR_CONNECTION_REFUSED,
  ECONNRESET: netErrors.ERR_CONNECTION_RESET,
  EHOSTDOWN: netErrors.ERR_ADDRESS_UNREACHABLE,
  EHOSTUNREACH: netErrors.ERR_ADDRESS_UNREACHABLE,
  EINVAL: netErrors.ERR_INVALID_ARGUMENT,
  EISCONN: netErrors.ERR_SOCKET_IS_CONNECTED,
  EMSGSIZE: netErrors.ERR_MSG_TOO_BIG,
  EMFILE: netErrors.ERR_INSUFFICIENT_RESOURCES,
  ENETDOWN: netErrors.ERR_INTERNET_DISCONNECTED,
  ENETRESET: netErrors.ERR_CONNECTION_RESET,
  ENETUNREACH: netErrors.ERR_ADDRESS_UNREACHABLE,
  ENFILE: netErrors.ERR_INSUFFICIENT_RESOURCES,
  ENOBUFS: netErrors.ERR_NO_BUFFER_SPACE,
  ENODEV: netErrors.ERR_INVALID_ARGUMENT,
  ENOMEM: netErrors.ERR_OUT_OF_MEMORY,
  ENOPROTOOPT: netErrors.ERR_NOT_IMPLEMENTED,
  ENOSYS: netErrors.ERR_NOT_IMPLEMENTED,
  ENOTCONN: netErrors.ERR_SOCKET_NOT_CONNECTED,
  ENOTSUP: netErrors.ERR_NOT_IMPLEMENTED,
  EPIPE: netErrors.ERR_CONNECTION_RESET,
  ETIMEDOUT: netErrors.ERR_TIMED_OUT,
}

/** A few errors read differently when they come from connect(2) (Chromium: net/socket/socket_posix.cc). */
const byConnectErrno: Readonly<Record<string, NetErrorCode>> = {
  EACCES: netErrors.ERR_NETWORK_ACCESS_DENIED,
  ETIMEDOUT: netErrors.ERR_CONNECTION_TIMED_OUT,
}

export function getErrno(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''
}

/** The net error code for a Node error from anything but connect. */
export function toNetError(error: unknown): NetErrorCode {
  return byErrno[getErrno(error)] ?? netErrors.ERR_FAILED
}

/** The net error code for a Node error from connect. */
export function toConnectError(error: unknown): NetErrorCode {
  const errno = getErrno(error)
  return byConnectErrno[errno] ?? byErrno[errno] ?? netErrors.ERR_CONNECTION_FAILED
}
