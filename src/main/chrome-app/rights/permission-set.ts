import type { HostPattern } from './host-pattern.ts'
import { containsPattern } from './host-pattern.ts'

/** Permissions of all kinds, by Chrome's names, and hosts, by their patterns as Chrome prints them. */
export class PermissionSet {
  readonly names = new Set<string>()
  readonly hosts = new Map<string, HostPattern>()

  get isEmpty(): boolean {
    return this.names.size === 0 && this.hosts.size === 0
  }

  includesHost(pattern: HostPattern): boolean {
    return [...this.hosts.values()].some((own) => containsPattern(own, pattern))
  }

  includes({ hosts, names }: PermissionSet): boolean {
    return (
      [...names].every((name) => this.names.has(name)) &&
      [...hosts.values()].every((host) => this.includesHost(host))
    )
  }

  add({ hosts, names }: PermissionSet): void {
    for (const name of names) this.names.add(name)
    for (const [text, pattern] of hosts) this.hosts.set(text, pattern)
  }

  remove({ hosts, names }: PermissionSet): void {
    for (const name of names) this.names.delete(name)
    for (const text of hosts.keys()) this.hosts.delete(text)
  }

  copy(): PermissionSet {
    return this.filter(
      () => true,
      () => true,
    )
  }

  filter(isName: (name: string) => boolean, isHost: (pattern: HostPattern) => boolean): PermissionSet {
    const picked = new PermissionSet()
    for (const name of this.names) if (isName(name)) picked.names.add(name)
    for (const [text, pattern] of this.hosts) if (isHost(pattern)) picked.hosts.set(text, pattern)
    return picked
  }
}
