import type { ChromeSockets, InstallOptions } from '../types.ts'

export interface RunOptions extends Pick<
  InstallOptions,
  'authorize' | 'certificateAuthorities' | 'limits' | 'logger' | 'onDecision'
> {
  /** The app's folder: the one that has the manifest.json. A relative path is one in `app.getAppPath()`. */
  readonly directory: string
  /**
   * The app's id, 32 letters from a to p, where its manifest has no `key`. Everything that the app stores hangs on it.
   * Default: of the folder's path, as Chrome makes it; in a packed program of the program's name and the folder's place
   * in it, which are the same on each machine.
   */
  readonly id?: string
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
