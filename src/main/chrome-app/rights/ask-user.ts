import type { Asker } from '../questions/ask-whether.ts'
import { askWhether, hasGone } from '../questions/ask-whether.ts'
import type { QuestionLimit } from '../questions/question-limit.ts'
import { describeRights } from './describe-rights.ts'
import type { PermissionSet } from './permission-set.ts'

/** Whether the user lets an app have it. */
export async function askUser(
  asker: Asker,
  name: string,
  asked: PermissionSet,
  limit: QuestionLimit,
): Promise<boolean> {
  const warnings = describeRights(asked)
  if (warnings.length === 0) return true
  if (hasGone(asker) || !limit.allows()) return false
  const isAllowed = await askWhether(asker, {
    type: 'question',
    no: 'Deny',
    message: `"${name}" has requested additional permissions.`,
    detail: ['It could:', ...warnings.map((warning) => `• ${warning}`)].join('\n'),
  })
  limit.noteAnswer(isAllowed)
  return isAllowed
}
