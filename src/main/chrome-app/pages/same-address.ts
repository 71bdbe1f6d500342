/** Chromium wrote a dot for `%2e`, and came to leave it as it is; Node leaves it. */
const writeDots = (url: string): string => url.replaceAll(/%2e/gi, '.')

/** Whether both are what an app has asked for, whoever has written them. */
export const isSameAddress = (one: string, other: string): boolean => writeDots(one) === writeDots(other)
