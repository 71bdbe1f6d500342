import type { AppNamespace } from '../../../renderer-types/contract/apps/index.ts'
import { QuestionLimit } from '../questions/question-limit.ts'
import { patternOfUrl } from './host-pattern.ts'
import { listNamespaces } from './list-namespaces.ts'
import { PermissionSet } from './permission-set.ts'

/** Hosts that the user may grant one app. */
const maxHosts = 1024

export const tooMany = 'Too many permissions.'
/** Chrome writes later, and says nothing. */
const notKept = 'The permissions cannot be stored.'

const isSame = (one: PermissionSet, other: PermissionSet): boolean =>
  one.includes(other) && other.includes(one)

/** What a manifest says of permissions. */
export interface ListedPermissions {
  readonly manifestVersion: number
  readonly required: PermissionSet
  readonly optional: PermissionSet
}

/** What an app may do: what its manifest requires, and what the user has granted besides. */
export class Rights {
  /** All that it has now. */
  readonly held = new PermissionSet()
  granted: PermissionSet
  /** Keeps what it has from start to start; false where that fails. */
  readonly #keep: (held: PermissionSet) => boolean
  /** How often the user is asked for more. */
  readonly questions = new QuestionLimit(3)
  readonly #required: PermissionSet
  readonly #manifestVersion: number
  #namespaces: readonly AppNamespace[]
  /** What its manifest says that it may ask for, and what it requires. */
  readonly #listed = new PermissionSet()

  /**
   * Of what it had in an earlier start the manifest may say no more that the app asks for it: then it has to be granted anew.
   * What was required once, and is asked for by now, it has.
   */
  constructor(
    { manifestVersion, optional, required }: ListedPermissions,
    granted: PermissionSet,
    keep: (held: PermissionSet) => boolean,
  ) {
    this.#keep = keep
    this.#required = required
    this.#manifestVersion = manifestVersion
    this.#listed.add(required)
    this.#listed.add(optional)
    this.granted = granted.filter(
      (name) => optional.names.has(name),
      (host) => optional.includesHost(host),
    )
    this.held.add(required)
    this.held.add(this.granted)
    if (!isSame(granted, this.held)) keep(this.held)
    this.#namespaces = this.#listNamespaces()
  }

  get names(): ReadonlySet<string> {
    return this.held.names
  }

  /** What the app's pages have in their `chrome`. */
  get namespaces(): readonly AppNamespace[] {
    return this.#namespaces
  }

  mayAsk(set: PermissionSet): boolean {
    return this.#listed.includes(set)
  }

  /** Whether any of it is what the manifest requires. */
  isRequired({ hosts, names }: PermissionSet): boolean {
    return (
      [...names].some((name) => this.#required.names.has(name)) ||
      [...hosts.values()].some((host) => this.#required.includesHost(host))
    )
  }

  /** What of it the app has not yet. */
  findMissing(set: PermissionSet): PermissionSet {
    return set.filter(
      (name) => !this.held.names.has(name),
      (host) => !this.held.includesHost(host),
    )
  }

  /** Returns what is wrong with it; then nothing is granted. */
  grant(set: PermissionSet): string | undefined {
    if (this.granted.hosts.size + set.hosts.size > maxHosts) return tooMany
    const granted = this.granted.copy()
    granted.add(set)
    if (!this.#keepWith(granted)) return notKept
    this.granted = granted
    this.held.add(set)
    this.#namespaces = this.#listNamespaces()
    return undefined
  }

  /** What had been granted of it, which the app has no more; or what is wrong with it. */
  take(set: PermissionSet): PermissionSet | string {
    const taken = this.granted.filter(
      (name) => set.names.has(name),
      (host) => set.includesHost(host),
    )
    if (taken.isEmpty) return taken
    const granted = this.granted.copy()
    granted.remove(taken)
    if (!this.#keepWith(granted)) return notKept
    this.granted = granted
    this.held.remove(taken)
    // What was granted once may be required by now.
    this.held.add(this.#required)
    this.#namespaces = this.#listNamespaces()
    return taken
  }

  /** Whether pages may ask the host of an address without its leave. */
  includesUrl(address: string): boolean {
    const pattern = patternOfUrl(address)
    return pattern !== undefined && this.held.includesHost(pattern)
  }

  /** Whether there is such a host, or may come to be one. */
  get knowsHosts(): boolean {
    return this.#listed.hosts.size > 0
  }

  #keepWith(granted: PermissionSet): boolean {
    const all = granted.copy()
    all.add(this.#required)
    return this.#keep(all)
  }

  #listNamespaces(): readonly AppNamespace[] {
    return listNamespaces(this.names, this.#manifestVersion)
  }
}
