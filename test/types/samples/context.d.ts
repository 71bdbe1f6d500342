/** What the samples of the docs name and do not show. */
import type { BrowserWindow as Window } from 'electron'
import type { installChromeSockets as install } from 'electron-chrome-sockets'
import type { runChromeApp as run } from 'electron-chrome-sockets/app'

declare global {
  const BrowserWindow: typeof Window
  const app: Electron.App
  const installChromeSockets: typeof install
  const runChromeApp: typeof run
  const manifest: { sockets: { tcpServer: { listen: string } } }
  const askUser: (question: string) => Promise<boolean>
  const auditLog: { write: (entry: object) => void }
  const report: (text: string) => void
  const MAIN_WINDOW_VITE_DEV_SERVER_URL: string | undefined
  const MAIN_WINDOW_WEBPACK_ENTRY: string
}
