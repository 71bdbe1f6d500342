/** The words in which the rows of the contract are written. Plain data: every other description is derived from it. */

export interface EnumWord {
  readonly kind: 'enum'
  /** Qualified name as Chrome prints it in a TypeError. */
  readonly name: string
  readonly values: readonly string[]
}

export interface DictionaryWord {
  readonly kind: 'dictionary'
  /** Qualified name as Chrome prints it in a TypeError. */
  readonly name: string
  readonly properties: Readonly<Record<string, PropertyRow>>
}

export interface ListWord {
  readonly kind: 'list'
  readonly of: TypeWord
  /** How many there must be. */
  readonly minItems?: number
}

/** One of several types: the first that fits. */
export interface ChoiceWord {
  readonly kind: 'choice'
  readonly of: readonly TypeWord[]
}

/** An object of a class of the page's, by the class's name: `any` to everybody but the page. */
export interface InstanceWord {
  readonly kind: 'instance'
  readonly name: string
}

/** An integer that is not below another. */
export interface RangeWord {
  readonly kind: 'range'
  readonly minimum: number
}

/** A string that is not longer than so many units of UTF-16. */
export interface TextWord {
  readonly kind: 'text'
  readonly maxLength: number
}

/** An `object` may have any properties; `any`, `function` and `object` are never said to the main process. */
export type BasicWord = 'integer' | 'number' | 'boolean' | 'string' | 'binary' | 'function' | 'object' | 'any'

export type TypeWord =
  BasicWord | EnumWord | DictionaryWord | ListWord | ChoiceWord | InstanceWord | RangeWord | TextWord

export interface PropertyRow {
  readonly type: TypeWord
  readonly optional?: true
}

export interface ParameterRow extends PropertyRow {
  readonly name: string
}

export interface ResultRow {
  /** What Chrome's documentation calls the callback's argument. */
  readonly name: string
  readonly type: TypeWord
}

/** An operation that the manifest's `sockets` key must allow, and the parameters that name host and port. */
export interface PermissionRow {
  readonly operation: 'tcpServer.listen' | 'tcp.connect' | 'udp.bind' | 'udp.send' | 'udp.multicastMembership'
  /** Left out where there is none. Multicast has a group, but its one pattern matches every host. */
  readonly host?: string
  readonly port?: string
}

export interface MethodRow {
  readonly parameters: readonly ParameterRow[]
  /** True: the callback may be left out and a promise comes back. False: without a callback Chrome throws. */
  readonly promise: boolean
  /** There is no callback either, and no answer. */
  readonly noCallback?: true
  /** Chrome does not tell what a getter of an argument throws, but that one does. */
  readonly hidesThrown?: true
  readonly result?: ResultRow
  readonly permission?: PermissionRow
  /** "Socket not found" comes with this number as the callback's argument; with none where it is left out. */
  readonly codeWhenNotFound?: number
  /** Its calls do not come as records but as runs, their bytes one behind the other, and are carried out as such. */
  readonly isStream?: true
}

export interface EventRow {
  readonly payload: DictionaryWord
}

export interface NamespaceRow {
  /** Where it stands in the page's `chrome`, and what Chrome prints in a TypeError. */
  readonly path: string
  /** What a call is answered that the manifest does not allow. */
  readonly denial: string
  readonly enums: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly events: Readonly<Record<string, EventRow>>
  readonly methods: Readonly<Record<string, MethodRow>>
}
