import { constants } from 'node:os'

/** What an end by a FATAL line of Chromium comes to, as a shell has it. */
const fatal = 128 + constants.signals.SIGTRAP

/** Where and with what Electron has run. */
export interface Circumstances {
  readonly platform: NodeJS.Platform
  readonly userId: number | undefined
  readonly env: NodeJS.ProcessEnv
  readonly switches: readonly string[]
}

const hasSandbox = ({ env, switches }: Circumstances): boolean =>
  !switches.includes('--no-sandbox') && env['ELECTRON_DISABLE_SANDBOX'] === undefined

/** What Electron says of it in the words of its own code, in ours; nothing of any other end. */
export function explainEnd(code: number, circumstances: Circumstances): string {
  const { platform, userId } = circumstances
  if (code !== fatal || platform !== 'linux' || userId !== 0 || !hasSandbox(circumstances)) return ''
  return (
    "electron-chrome-sockets: as root, Electron starts without Chromium's sandbox only. Run it as another user, or add the " +
    'switch: -- --no-sandbox\n'
  )
}
