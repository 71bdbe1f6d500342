import { appContract } from '../../../renderer-types/contract/apps/index.ts'
import type {
  AppEventName,
  AppMethodName,
  AppNamespace,
} from '../../../renderer-types/contract/apps/index.ts'
import type { AppMethodRow, AppNamespaceRow } from '../../../renderer-types/contract/apps/words.ts'
import type { Calls, Settle } from '../../main-world/calls.ts'
import { createFunction } from '../../main-world/create-function.ts'
import type { Listener } from '../../main-world/event.ts'
import { hideConstructor } from '../../main-world/hide-constructor.ts'
import { defineOwn, primordials } from '../../main-world/primordials.ts'
import type { Matcher } from '../../main-world/signature.ts'
import { createMatcher } from '../../main-world/signature.ts'
import type { Context, Reply } from './context.ts'
import { handlers } from './handlers/index.ts'
import { arrangeSendMessage } from './handlers/messages.ts'
import { writeRules } from './handlers/permissions.ts'
import { clearErrorEarly } from './clear-error-early.ts'
import { settleSoon } from './settle-soon.ts'
import { warnOfShortAlarm } from './warn-of-short-alarm.ts'

const { TypeError, apply } = primordials

/** Methods whose arguments are not matched as they come. */
const arrangements: Readonly<Record<string, (args: readonly unknown[]) => readonly unknown[]>> = {
  'permissions.contains': writeRules,
  'permissions.remove': writeRules,
  'permissions.request': writeRules,
  'runtime.sendMessage': arrangeSendMessage,
}

/** What a page is told in its console of a call that the main process carries out. */
const remarks: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
  'alarms.create': warnOfShortAlarm,
}

type LooseHandler = (...args: unknown[]) => unknown

function createReply({ facade }: Context, settle: Settle, isPromise: boolean): Reply<unknown> {
  const answer = settleSoon(facade, settle)
  return {
    isPromise,
    succeed: (result) => answer(result === undefined ? [] : [result], undefined),
    succeedWith: (...results) => answer(results, undefined),
    fail: (message, ...args) => answer(args, message),
    succeedNow: (result) => settle([result], undefined),
    failNow(message) {
      settle([], message)
      // What follows in the same task is not of this call.
      facade.calls.clearLastError()
    },
  }
}

/** A page that has gone is told so whatever it calls with. */
function createArrangedMatcher(name: string, row: AppMethodRow, calls: Calls): Matcher {
  const match = createMatcher(name, row)
  const arrange = arrangements[name]
  return (args) => {
    calls.checkContext()
    return match(arrange === undefined ? args : arrange(args))
  }
}

function createPageMethod(
  context: Context,
  key: string,
  row: AppMethodRow,
  name: string,
  handler: LooseHandler,
): Listener {
  const { calls } = context.facade
  const match = createArrangedMatcher(name, row, calls)
  if (row.noCallback === true) return createFunction(key, (args) => handler(context, ...match(args).args))
  return createFunction(key, (args) => {
    const { args: parsed, callback } = match(args)
    let returned: unknown
    const act = (settle: Settle): void => {
      const reply = createReply(context, context.hub.lastMoment.watch(settle), callback === undefined)
      returned = apply(handler, undefined, [context, reply, ...parsed])
    }
    const caller = clearErrorEarly(row, callback, calls)
    if (row.returns === undefined) return calls.answer(caller, act)
    calls.answer(caller ?? (() => {}), act)
    return returned
  })
}

function createMainMethod(
  { facade: { calls }, hub }: Context,
  key: string,
  row: AppMethodRow,
  name: string,
  method: AppMethodName,
): Listener {
  const match = createArrangedMatcher(name, row, calls)
  if (row.noCallback === true) return createFunction(key, (args) => calls.say(method, match(args)))
  return createFunction(key, (args) => {
    const { args: parsed, callback } = match(args)
    remarks[name]?.(parsed)
    const caller = clearErrorEarly(row, callback, calls)
    return calls.answer(caller, (settle) => calls.post(method, parsed, hub.lastMoment.watch(settle)))
  })
}

/** A function for one row: it does the handler, or has the main process do it. */
function createMethod(context: Context, namespace: AppNamespace, key: string): Listener {
  const row: AppNamespaceRow = appContract[namespace]
  const method = row.methods[key]
  if (method === undefined) throw new Error(`no row for ${namespace}.${key}`)
  const name = `${row.printed}.${key}`
  if (method.home === 'main')
    return createMainMethod(context, key, method, name, `${namespace}.${key}` as AppMethodName)
  const handler = (handlers as Partial<Record<AppNamespace, Readonly<Record<string, LooseHandler>>>>)[
    namespace
  ]?.[key]
  if (handler === undefined) throw new Error(`no handler for ${namespace}.${key}`)
  return createPageMethod(context, key, method, name, handler)
}

/** Chrome's own is an ordinary function, without a name. */
function createDeprecated(name: string, newName: string, method: Listener): Listener {
  return function (...args) {
    console.log(`chrome.${name} is deprecated`)
    console.log(`Please use chrome.${newName} instead`)
    return method(...args)
  }
}

function define(target: object, key: string, descriptor: PropertyDescriptor): void {
  defineOwn(target, key, { ...descriptor, enumerable: true, configurable: true })
}

/** Builds one namespace from its rows: events, methods, enums and constants, as Chrome has it. */
function createPlainNamespace(name: AppNamespace, row: AppNamespaceRow, context: Context): object {
  const namespace: Record<string, unknown> = {}
  for (const key of Object.keys(row.events))
    namespace[key] = context.facade.events[`${name}.${key}` as AppEventName]?.chromeEvent
  for (const key of Object.keys(row.methods)) namespace[key] = createMethod(context, name, key)
  Object.assign(namespace, row.enums, row.constants)
  for (const [old, key] of Object.entries(row.deprecated ?? {}))
    namespace[old] = createDeprecated(
      `${row.printed}.${old}`,
      `${row.printed}.${key}`,
      namespace[key] as Listener,
    )
  return namespace
}

/** An object of a class of Chrome's own. */
function createOwnObject(printed: string): object {
  // oxlint-disable-next-line typescript/no-extraneous-class -- its prototype is what counts
  const Own = class {}
  hideConstructor(Own, printed)
  return new Own()
}

/** Builds an object of a class of Chrome's own: its methods come first, and its events are accessors. */
function createReceiver(
  name: AppNamespace,
  row: AppNamespaceRow & { readonly receiver: string },
  context: Context,
): object {
  const object = createOwnObject(row.receiver)
  const check = (self: unknown): void => {
    if (self !== object)
      throw new TypeError(`Illegal invocation: Function must be called on an object of type ${row.receiver}`)
  }
  for (const key of Object.keys(row.methods)) {
    const method = createMethod(context, name, key)
    const value = createFunction(key, function (this: unknown, args) {
      check(this)
      return apply(method, undefined, args)
    })
    define(object, key, { value, writable: true })
  }
  for (const key of Object.keys(row.events)) {
    const event = context.facade.events[`${name}.${key}` as AppEventName]?.chromeEvent
    const get = function (this: unknown): unknown {
      check(this)
      context.facade.calls.checkContext()
      return event
    }
    defineOwn(get, 'name', { value: '' })
    define(object, key, { get })
  }
  return Object.assign(object, row.enums, row.constants)
}

export function createNamespace(name: AppNamespace, context: Context): object {
  const row: AppNamespaceRow = appContract[name]
  const { receiver } = row
  return receiver === undefined
    ? createPlainNamespace(name, row, context)
    : createReceiver(name, { ...row, receiver }, context)
}
