import type { Session, WebPreferences } from 'electron'

/** Of all pages of an app. */
export function writeWebPreferences(session: Session, webviewTag: boolean): WebPreferences {
  return {
    session,
    sandbox: true,
    contextIsolation: true,
    backgroundThrottling: false,
    // The preload script is for frames, too; there is no Node in a sandbox.
    nodeIntegrationInSubFrames: true,
    // A blank frame, which no preload script reaches, has the browser's own `alert`.
    disableDialogs: true,
    webviewTag,
  }
}
