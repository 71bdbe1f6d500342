import { dialog } from 'electron'
import type { BrowserWindow, MessageBoxOptions } from 'electron'
import { describeRights } from './describe-rights.ts'
import type { PermissionSet } from './permission-set.ts'
import type { QuestionLimit } from './question-limit.ts'

/** Whether the user lets an app have it. */
export async function askUser(
  window: BrowserWindow | undefined,
  name: string,
  asked: PermissionSet,
  limit: QuestionLimit,
): Promise<boolean> {
  const warnings = describeRights(asked)
  if (warnings.length === 0) return true
  if (!limit.allows()) return false
  const options: MessageBoxOptions = {
    type: 'question',
    buttons: ['Deny', 'Allow'],
    defaultId: 0,
    cancelId: 0,
    message: `"${name}" has requested additional permissions.`,
    detail: ['It could:', ...warnings.map((warning) => `• ${warning}`)].join('\n'),
  }
  const { response } = await (window?.isDestroyed() === false
    ? dialog.showMessageBox(window, options)
    : dialog.showMessageBox(options))
  const isAllowed = response === 1
  limit.noteAnswer(isAllowed)
  return isAllowed
}
