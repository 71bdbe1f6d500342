/** Other names that Chrome knows for a permission. */
const aliases: Readonly<Record<string, string>> = {
  alwaysOnTopWindows: 'app.window.alwaysOnTop',
  fullscreen: 'app.window.fullscreen',
  overrideEscFullscreen: 'app.window.fullscreen.overrideEsc',
}

export type PermissionEntry = string | Readonly<Record<string, unknown>>

/** `{ "fileSystem": ["write"] }` is the permission itself, and `fileSystem.write`. */
function listNames(entry: PermissionEntry): string[] {
  if (typeof entry === 'string') return [aliases[entry] ?? entry]
  return Object.entries(entry).flatMap(([name, settings]) => {
    const flags: unknown[] = Array.isArray(settings) ? settings : []
    return [name, ...flags.filter((flag) => typeof flag === 'string').map((flag) => `${name}.${flag}`)]
  })
}

/** The permissions of a manifest, by the names that Chrome uses. */
export function readPermissionNames(entries: readonly PermissionEntry[]): ReadonlySet<string> {
  return new Set(entries.flatMap(listNames))
}
