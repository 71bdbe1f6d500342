function define(target: object, key: string, value: unknown): void {
  Reflect.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true })
}

/** Chrome's numbers for how a page was come to. */
const transitions: Readonly<Record<string, number>> = { back_forward: 6, reload: 16 }

const toEpoch = (time: number): number => (time === 0 ? 0 : performance.timeOrigin + time)

const toSeconds = (time: number): number => toEpoch(time) / 1000

function readNavigation(): PerformanceNavigationTiming | undefined {
  return performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined
}

function csi(): object {
  const { domContentLoadedEventEnd = 0, type = 'navigate' } = readNavigation() ?? {}
  return {
    startE: Math.round(performance.timeOrigin),
    onloadT: Math.round(toEpoch(domContentLoadedEventEnd)),
    pageT: performance.now(),
    tran: transitions[type] ?? 15,
  }
}

function loadTimes(): object {
  const { domContentLoadedEventEnd = 0, loadEventEnd = 0, responseStart = 0 } = readNavigation() ?? {}
  return {
    requestTime: performance.timeOrigin / 1000,
    startLoadTime: performance.timeOrigin / 1000,
    commitLoadTime: toSeconds(responseStart),
    finishDocumentLoadTime: toSeconds(domContentLoadedEventEnd),
    finishLoadTime: toSeconds(loadEventEnd),
    firstPaintTime: toSeconds(performance.getEntriesByName('first-paint')[0]?.startTime ?? 0),
    firstPaintAfterLoadTime: 0,
    navigationType: 'Other',
    wasFetchedViaSpdy: false,
    wasNpnNegotiated: false,
    npnNegotiatedProtocol: '',
    wasAlternateProtocolAvailable: false,
    connectionInfo: 'unknown',
  }
}

/** Chrome's own have no name. */
const createNameless = (read: () => object) =>
  function (): object {
    return read()
  }

/** What every page in Chrome has, those of apps and their sandboxed ones among them. */
export function addTimes(page: object): void {
  const chrome: unknown = Reflect.get(page, 'chrome') ?? {}
  define(page, 'chrome', chrome)
  define(chrome as object, 'loadTimes', createNameless(loadTimes))
  define(chrome as object, 'csi', createNameless(csi))
}
