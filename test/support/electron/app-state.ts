import { until } from '../until.ts'
import type { RunningApp } from './launch.ts'
import type { SocketReport } from '../../../src/main/types.ts'

/** Destroys every window and sets the installation up anew: what the next test finds is as at the start. */
export async function startAnew({ app }: RunningApp): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.destroy()
    globalThis.handle.dispose()
  })
  await until('no window', () =>
    app.evaluate(({ webContents }) => webContents.getAllWebContents().length === 0),
  )
  await app.evaluate(() => {
    globalThis.handle = globalThis.test.start()
  })
}

/**
 * The app's sockets, as its main process sees them. Asked again where V8's inspector lost the answer, which it does when a
 * main that takes megabytes at a time collects its garbage in the wrong moment.
 */
export async function listSockets(running: RunningApp): Promise<SocketReport[]> {
  try {
    return await running.app.evaluate(() => globalThis.test.listSockets())
  } catch (error) {
    if (String(error).includes('promise was garbage collected')) return listSockets(running)
    throw error
  }
}

/** Begins to collect what would end a main process that has no test around it. */
export async function collectRejections({ app }: RunningApp): Promise<() => Promise<string[]>> {
  await app.evaluate(() => {
    const rejections: string[] = []
    Object.assign(globalThis, { rejections })
    process.on('unhandledRejection', (reason) => rejections.push(String(reason)))
    process.on('uncaughtException', (error) => rejections.push(String(error)))
  })
  return () => app.evaluate(() => Reflect.get(globalThis, 'rejections') as string[])
}

/** Kills the process of the window that was opened last. */
export async function killRenderer({ app }: RunningApp): Promise<void> {
  const pid = await app.evaluate(({ BrowserWindow }) => {
    const [last] = BrowserWindow.getAllWindows().toSorted((a, b) => b.id - a.id)
    return last?.webContents.getOSProcessId() ?? 0
  })
  if (pid <= 0) throw new Error('no renderer')
  process.kill(pid, 'SIGKILL')
}

/** Gives a main process the means to give back what is of no use any more, for {@link measureMain}. */
export const exposeCollector = { flags: ['--js-flags=--expose-gc'] }

/** Megabytes that the main process takes. */
export function measureMain({ app }: RunningApp): Promise<{ rss: number; used: number }> {
  return app.evaluate(async () => {
    const collect: unknown = Reflect.get(globalThis, 'gc')
    for (let i = 0; i < 4; i += 1) {
      if (typeof collect === 'function') collect()
      await new Promise((resolve) => setImmediate(resolve))
    }
    const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage()
    const megabyte = 1024 * 1024
    return { rss: rss / megabyte, used: (heapUsed + external + arrayBuffers) / megabyte }
  })
}
