import type { Page } from 'playwright-core'

type Send = readonly ['tcp.send' | 'udp.send', socketId: number, ...target: unknown[]]

/** Has the page send over and over; tells the result codes so far, each as often as it changed. */
export async function keepSending(page: Page, send: Send): Promise<() => Promise<unknown[]>> {
  const key = send.join(' ')
  await page.evaluate(
    ([name, [method, socketId, ...target]]) => {
      const codes: unknown[] = []
      Reflect.set(window, name, codes)
      const repeat = async (): Promise<void> => {
        const { args } = await window.call(method, socketId, new ArrayBuffer(16), ...target)
        const code: unknown = Reflect.get(Object(args[0]), 'resultCode')
        if (codes.at(-1) !== code) codes.push(code)
        setTimeout(() => void repeat(), 5)
      }
      void repeat()
    },
    [key, send] as const,
  )
  return () => page.evaluate((name) => Reflect.get(window, name) as unknown[], key)
}

/** Has the page send so much that it takes until the peer reads; tells the result code as soon as there is one. */
export async function sendMuch(page: Page, socketId: number): Promise<() => Promise<unknown>> {
  await page.evaluate((id) => {
    const send = async (): Promise<void> => {
      const { args } = await window.call('tcp.send', id, new ArrayBuffer(32 * 1024 * 1024))
      Reflect.set(window, 'much', Reflect.get(Object(args[0]), 'resultCode'))
    }
    void send()
  }, socketId)
  return () => page.evaluate(() => Reflect.get(window, 'much') as unknown)
}
