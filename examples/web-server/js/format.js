const units = ['B', 'KB', 'MB', 'GB', 'TB']

/**
 * @param {number} count
 * @returns {string} such as '12 B', '3.4 MB'
 */
export function formatBytes(count) {
  const unit = Math.min(units.length - 1, Math.floor(Math.log(Math.max(1, count)) / Math.log(1000)))
  const value = count / 1000 ** unit
  return `${unit === 0 || value >= 100 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`
}

/** @param {number} milliseconds */
export function formatDuration(milliseconds) {
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })

/** @param {Date} time */
export function formatTime(time) {
  return clock.format(time)
}

const numbers = new Intl.NumberFormat('en')

/** @param {number} count */
export function formatCount(count) {
  return numbers.format(count)
}
