// By its name an older Electron, which has no WebContentsView, would not load this file.
import electron, { BrowserWindow } from 'electron'
import type { BrowserWindowConstructorOptions, WebContents } from 'electron'
import { confinePage } from '../pages/confine-page.ts'
import { calmMoves } from './calm-moves.ts'
import type { FrameInsets } from './frame-insets.ts'
import type { Frame } from './frame-options.ts'

type Colors = NonNullable<Frame['color']>
type Color = Colors['active']

/** As high as Chrome's. */
const height = 25
export const titleBarInsets: FrameInsets = { x: 0, y: height, width: 0, height }

/** The oldest Electron in which this has been tested. */
const firstElectron = 33

/** On macOS the buttons are the system's. */
export const hasTitleBar = ({ color }: Frame): boolean =>
  color !== undefined &&
  process.platform !== 'darwin' &&
  Number.parseInt(process.versions.electron ?? '', 10) >= firstElectron

const buttons = {
  minimize: 'M3 8.5H11',
  maximize: 'M3.5 3.5H10.5V10.5H3.5Z',
  close: 'M3 3L11 11M11 3L3 11',
}
type Button = keyof typeof buttons

function writeBar(names: readonly Button[]): string {
  const style = `
    body { margin: 0; height: ${height}px; display: flex; justify-content: end; overflow: hidden; -webkit-app-region: drag }
    a { width: 32px; display: grid; place-items: center; color: inherit; outline: none; -webkit-app-region: no-drag }
    a:hover { background: #8886 }
    svg { width: 14px; height: 14px; fill: none; stroke: currentColor }`
  const links = names.map(
    (name) =>
      `<a href="about:blank#${name}" target="_blank" draggable="false"><svg><path d="${buttons[name]}"/></svg></a>`,
  )
  const page = `<!doctype html><style>${style}</style><body>${links.join('')}</body>`
  return `data:text/html,${encodeURIComponent(page)}`
}

const writeColor = (color: Color): string => `#${color.toString(16).padStart(6, '0')}`

/** Of what is to be seen on a color: Rec. 601. */
function contrast(color: Color): string {
  const luma = 0.299 * (color >> 16) + 0.587 * ((color >> 8) & 255) + 0.114 * (color & 255)
  return luma < 128 ? 'white' : 'black'
}

function press(window: BrowserWindow, url: string): void {
  if (url.endsWith('#minimize')) window.minimize()
  else if (url.endsWith('#close')) window.close()
  else if (window.isMaximized()) window.unmaximize()
  else window.maximize()
}

/** Nothing in the bar speaks to the main process but its links, which open nothing. */
function showBar(window: BrowserWindow, page: WebContents, { active, inactive }: Colors): void {
  const { webContents: bar } = window
  confinePage(bar, { stayed: () => {} })
  bar.setWindowOpenHandler(({ url }) => {
    // Electron still works on the click.
    setImmediate(() => window.isDestroyed() || press(window, url))
    return { action: 'deny' }
  })
  const focusPage = (): void => {
    if (!page.isDestroyed()) page.focus()
  }
  bar.on('focus', focusPage)
  // One that was minimized gives the focus to nobody.
  window.on('focus', focusPage)
  const paint = (color: Color): void => {
    const style = `background: ${writeColor(color)}; color: ${contrast(color)}`
    bar.executeJavaScript(`document.body.style = '${style}'`).catch(() => {})
  }
  window.on('focus', () => paint(active))
  window.on('blur', () => paint(inactive))
  const names = ['minimize', 'maximize', 'close'] as const
  bar.loadURL(writeBar(names.filter((name) => name !== 'maximize' || window.isResizable()))).catch(() => {})
  paint(window.isFocused() ? active : inactive)
}

function layOut(window: BrowserWindow, view: electron.WebContentsView): void {
  const fill = (): void => {
    const bounds = window.contentView.getBounds()
    const top = window.isFullScreen() ? 0 : height
    view.setBounds({ x: 0, y: top, width: bounds.width, height: Math.max(0, bounds.height - top) })
  }
  window.contentView.addChildView(view)
  window.contentView.on('bounds-changed', fill)
  window.on('enter-full-screen', fill)
  window.on('leave-full-screen', fill)
  fill()
}

/** What a window does by itself for a page that is its own. */
function follow(window: BrowserWindow, page: WebContents): void {
  calmMoves(page, window)
  page.on('destroyed', () => window.isDestroyed() || window.destroy())
  window.on('closed', () => page.isDestroyed() || page.close())
}

/**
 * A window of no frame that shows a bar in the frame's colors, and the page below: systems have their own colors. What
 * Electron lays over a title bar's place (`titleBarOverlay`) would lie on the page.
 */
export function openUnderTitleBar(
  {
    webContents,
    webPreferences = {},
    ...options
  }: BrowserWindowConstructorOptions & { webContents?: WebContents },
  colors: Colors,
): { window: BrowserWindow; contents: WebContents } {
  const window = new BrowserWindow({
    ...options,
    backgroundColor: writeColor(colors.active),
    webPreferences: { partition: 'electron-chrome-sockets-title-bar', sandbox: true },
  })
  // Without them Electron takes those of the opener, less what lets a page have a <webview>.
  const view = new electron.WebContentsView({ ...(webContents && { webContents }), webPreferences })
  layOut(window, view)
  follow(window, view.webContents)
  showBar(window, view.webContents, colors)
  return { window, contents: view.webContents }
}
