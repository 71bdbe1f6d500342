import fs from 'node:fs'

/** Those of a folder, and of the folders in it, by their paths. */
export function listScripts(directory: string): string[] {
  if (!fs.existsSync(directory)) return []
  const entries = fs.readdirSync(directory, { recursive: true, encoding: 'utf8' })
  return entries.filter((entry) => entry.endsWith('.js')).toSorted()
}
