import type { ChromeSockets, InstallOptions } from '../types.ts'

export interface RunOptions extends Pick<
  InstallOptions,
  'authorize' | 'certificateAuthorities' | 'limits' | 'logger' | 'onDecision'
> {
  /** The app's folder, or its URL: the one that has the manifest.json. A relative path is one in `app.getAppPath()`. */
  readonly directory: string | URL
  /**
   * The app's id, 32 letters from a to p, where its manifest has no `key`. Everything that the app stores hangs on it.
   * Default: of the folder's path, as Chrome makes it; in a packed program of the program's name and the folder's place
   * in it, which are the same on each machine.
   */
  readonly id?: string
  /**
   * What the addresses of the app's pages begin with. `chrome-extension` is what they have in Chrome: for an app that
   * looks for it, or is known by it to a server that reads `Origin`. It cannot be had beside the option `id`. What the app
   * has stored belongs to its scheme: under another one it finds nothing. Default: `chrome-app`.
   */
  readonly scheme?: 'chrome-app' | 'chrome-extension'
  /**
   * The files that the app is launched with, where its manifest's `file_handlers` take them. Default: those on the
   * program's command line. Those of a second start, and what macOS opens with the program, come by themselves.
   */
  readonly files?: readonly string[]
  /**
   * A JSON file whose members `chrome.storage.managed` has, as far as the app's `storage.managed_schema` knows them: what
   * an administrator decides, in Chrome by a policy. Read when the app starts; a relative path is one in
   * `app.getAppPath()`. Default: it is empty.
   */
  readonly managedStorage?: string
  /**
   * Scripts that add namespaces to the app's `chrome`, by the names that they have there: `{ 'chrome.serial': 'serial.js' }`.
   * Each runs in every page of the app that has `chrome`, after that and before the page's own scripts; a relative path is
   * one in `app.getAppPath()`.
   */
  readonly provide?: Readonly<Record<string, string | undefined>>
  /**
   * Whether the program goes on when nothing keeps the app any more: no window, no persistent or listening socket, no
   * alarm, no open port, no call that waits for its answer. For a program that is to be found in the tray, for instance, or that is there for
   * more than this app: then nothing that the app does ends it. Default: only on macOS, where a click on the icon in the
   * dock launches the app again.
   */
  readonly keepRunning?: boolean
  /** Is told that the app has crashed, which is logged, too. */
  readonly onCrash?: (crash: AppCrash) => void
}

/** The process of the app's pages has gone. */
export interface AppCrash {
  /** As Electron names it: `crashed`, `oom`, `killed` ... */
  readonly reason: string
  readonly exitCode: number
  /** The app is started again after its first crash. Another one ends it, and with it a program that is not to go on. */
  readonly restarts: boolean
}

/** A Chrome App that runs. */
export interface RunningChromeApp {
  /** `chrome.runtime.id` */
  readonly id: string
  /** The app's sockets, and what happens to them. */
  readonly sockets: ChromeSockets
  /** Launches the app once more, as a click on its icon does. */
  readonly launch: () => void
}
