/** What test/e2e/app/page.js adds to its window. */
interface Window {
  electronChromeSockets: { version: string }
  atStart: string
  log: unknown[][]
  call: (method: string, ...args: unknown[]) => Promise<{ args: unknown[]; error: string | undefined }>
  serve: (properties?: object, address?: string) => Promise<{ socketId: number; port: number }>
  bind: (properties?: object, address?: string) => Promise<{ socketId: number; port: number }>
  echo: () => void
  record: () => void
  /** What test/e2e/app/hostile-preload.cjs adds. */
  hostile: {
    open: (ports: number) => void
    sayJunk: (count: number) => void
    call: (method: string, ...args: unknown[]) => Promise<unknown>
  }
}
