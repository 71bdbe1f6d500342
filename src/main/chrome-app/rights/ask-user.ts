import { dialog } from 'electron'
import type { BrowserWindow, MessageBoxOptions } from 'electron'
import { describeRights } from './describe-rights.ts'
import type { PermissionSet } from './permission-set.ts'

/** Whether the user lets an app have it. */
export async function askUser(
  window: BrowserWindow | undefined,
  name: string,
  asked: PermissionSet,
): Promise<boolean> {
  const warnings = describeRights(asked)
  if (warnings.length === 0) return true
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
  return response === 1
}
