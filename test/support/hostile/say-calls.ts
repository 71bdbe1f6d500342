import type { Page } from 'playwright-core'

/** What the main process answers to calls that no facade says, by a page that was taken over. */
export function sayCalls(
  page: Page,
  calls: readonly (readonly [method: string, ...args: unknown[]])[],
): Promise<unknown[]> {
  return page.evaluate(async (given) => {
    const ports = await new Promise<readonly MessagePort[]>((resolve) => {
      addEventListener('message', ({ ports: handed }) => resolve(handed), { once: true })
      window.forge.handOver()
    })
    const [out, answers, life] = ports
    life?.start()
    const heard: unknown[] = []
    const done = new Promise<void>((resolve) => {
      answers?.addEventListener('message', ({ data: [, ...items] }: MessageEvent<unknown[]>) => {
        // What is a list says that the main process has heard.
        for (const item of items)
          if (!Array.isArray(item)) heard.push(Reflect.get(Object(item), 'error') ?? item)
        if (heard.length >= given.length) resolve()
      })
    })
    answers?.start()
    const records = given.map(([method, ...args], id) => ({ kind: 'call', id, method, args }))
    out?.postMessage([0, undefined, ...records])
    await done
    return heard
  }, calls)
}
