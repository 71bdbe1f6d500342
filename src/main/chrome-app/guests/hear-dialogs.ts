import type { WebContents } from 'electron'
import { cutText } from './cut-text.ts'
import type { Questions } from './questions.ts'

/** What a dialog of Electron's is about. */
interface DialogInfo {
  readonly dialogType: string
  readonly messageText: string
  readonly defaultPromptText: string
  readonly frame: { readonly url: string }
}

/** Undocumented: how Electron has a dialog shown that a page asks for. */
const dialogEvent = '-run-dialog'

type Decide = (isAllowed: boolean, text: string) => void

/** The guest asks for dialogs, which its page answers. */
export function hearDialogs(contents: WebContents, questions: Questions): void {
  const events: NodeJS.EventEmitter = contents
  events.removeAllListeners(dialogEvent)
  events.on(dialogEvent, (info: DialogInfo, callback: Decide) => {
    const { defaultPromptText, dialogType, frame, messageText } = info
    const texts = { defaultPromptText: cutText(defaultPromptText), messageText: cutText(messageText) }
    questions.ask('dialog', { ...texts, messageType: dialogType, url: cutText(frame.url) }, callback)
  })
}
