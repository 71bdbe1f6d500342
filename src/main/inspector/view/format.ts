import type { Row } from '../snapshot.ts'

const units = ['B', 'kB', 'MB', 'GB', 'TB']

/** Such as '12 B', '3.4 MB'. */
export function formatBytes(count: number): string {
  const rank = Math.floor(Math.log10(Math.max(1, Math.round(count))) / 3)
  const unit = Math.min(units.length - 1, rank)
  const value = count / 1000 ** unit
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

export function formatRate(bytesPerSecond: number): string {
  return `${formatBytes(bytesPerSecond)}/s`
}

/** Its API and its number there. */
export const formatSocket = ({ namespace, old, socketId }: Row): string =>
  `${old === true ? 'old ' : ''}${namespace} ${socketId}`

export function formatAddress(address: string | undefined, port: number | undefined): string {
  if (address === undefined || port === undefined) return ''
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`
}

const numbers = new Intl.NumberFormat('en')

export function formatCount(count: number): string {
  return numbers.format(count)
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

export function formatTime(time: number): string {
  return clock.format(time)
}
