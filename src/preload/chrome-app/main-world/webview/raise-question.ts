import { createFunction } from '../../../main-world/create-function.ts'
import type { Listener } from '../../../main-world/event.ts'
import { primordials } from '../../../main-world/primordials.ts'
import type { Fields } from './raise-event.ts'
import { raiseEvent } from './raise-event.ts'

const { Error, String } = primordials

type Answer = (isAllowed: boolean, text?: string) => void

/** What Chrome calls an event that asks something, and says of it. */
interface Question {
  /** The key of the object that answers. */
  readonly key: string
  readonly taken: string
  readonly blocked: (fields: Fields) => string
  readonly createMethods: (answer: Answer, fields: Fields) => Readonly<Record<string, Listener>>
}

const method = (name: string, act: (args: unknown[]) => void): Record<string, Listener> => ({
  [name]: createFunction(name, act),
})

function attachTo(target: unknown, url: string): void {
  const element = target as { readonly tagName?: unknown; src?: string } | null | undefined
  if (element?.tagName !== 'WEBVIEW') throw new Error('Cannot attach to invalid container element.')
  element.src = url
}

const article = (word: string): string => ('aeiou'.includes(word.slice(0, 1)) ? 'An' : 'A')

const questions = {
  dialog: {
    key: 'dialog',
    taken: '<webview>: An action has already been taken for this "dialog" event.',
    blocked: ({ messageType }) =>
      `<webview>: ${article(String(messageType))} ${String(messageType)} dialog was blocked.`,
    createMethods: (answer) => ({
      ...method('ok', ([text]) => answer(true, typeof text === 'string' ? text : '')),
      ...method('cancel', () => answer(false)),
    }),
  },
  newwindow: {
    key: 'window',
    taken: '<webview>: An action has already been taken for this "newwindow" event.',
    blocked: () => '<webview>: A new window was blocked.',
    createMethods: (answer, { targetUrl }) => ({
      ...method('attach', ([target]) => {
        answer(true)
        attachTo(target, String(targetUrl))
      }),
      ...method('discard', () => answer(false)),
    }),
  },
  permissionrequest: {
    key: 'request',
    taken: '<webview>: Permission has already been decided for this "permissionrequest" event.',
    blocked: ({ permission }) =>
      `<webview>: The permission request for "${String(permission)}" has been denied.`,
    createMethods: (answer) => ({
      ...method('allow', () => answer(true)),
      ...method('deny', () => answer(false)),
    }),
  },
} as const satisfies Readonly<Record<string, Question>>

export type QuestionName = keyof typeof questions

export const isQuestion = (name: string): name is QuestionName => Object.hasOwn(questions, name)

export interface Asker {
  readonly element: HTMLElement
  readonly answer: (requestId: number, isAllowed: boolean, text?: string) => void
}

/** What nobody has kept to answer later is denied at once. Of a window the main process waits for no answer. */
export function raiseQuestion(asker: Asker, name: QuestionName, fields: Fields): void {
  const { blocked, createMethods, key, taken }: Question = questions[name]
  const { requestId, requestInfo = {} } = fields as { requestId?: number; requestInfo?: Fields }
  let isTaken = false
  const answer: Answer = (isAllowed, text) => {
    if (isTaken) throw new Error(taken)
    isTaken = true
    if (requestId !== undefined) asker.answer(requestId, isAllowed, text)
  }
  const answers = Object.freeze({
    ...createMethods(answer, fields),
    ...(name === 'permissionrequest' && requestInfo),
  })
  const isDefault = raiseEvent(asker.element, name, fields, { ...requestInfo, [key]: answers })
  if (!isDefault || isTaken) return
  answer(false)
  console.warn(blocked(fields))
}
