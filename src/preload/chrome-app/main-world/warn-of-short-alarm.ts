import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'

const write = (what: string, name: string): string =>
  `Alarm ${what} is less than the minimum duration of 60 seconds. In packed extensions, alarm "${name}" will fire after ` +
  'the minimum duration.'

/** Chrome says so of apps that are run from their folder, and lets them have it. */
export function warnOfShortAlarm(args: readonly unknown[]): void {
  const [name = '', { delayInMinutes, periodInMinutes, when }] = args as AppArguments<'alarms', 'create'>
  if (delayInMinutes !== undefined && when !== undefined) return
  if (delayInMinutes !== undefined && delayInMinutes < 1) console.warn(write('delay', name))
  if (periodInMinutes !== undefined && periodInMinutes < 1) console.warn(write('period', name))
}
