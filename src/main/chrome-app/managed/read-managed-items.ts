import fs from 'node:fs'
import path from 'node:path'
import { parseChromeJson } from '../../manifest/parse-json.ts'
import type { PolicySchema } from './policy-schema.ts'
import { parsePolicySchema, restrictPolicies } from './policy-schema.ts'

/** Reads the file that the manifest names in `storage.managed_schema`. Throws a TypeError, in Chrome's words. */
export function readManagedSchema(directory: string, file: string): PolicySchema {
  if (path.isAbsolute(file) || file.split(/[\\/]/).includes('..'))
    throw new TypeError('storage.managed_schema must be a relative path without ..')
  const place = path.join(directory, file)
  if (!fs.existsSync(place)) throw new TypeError(`File does not exist: ${place}`)
  return parsePolicySchema(parseChromeJson(fs.readFileSync(place, 'utf8')))
}

/** What an administrator has decided, as far as the app's schema knows it: the items of `chrome.storage.managed`, as JSON. */
export function readManagedItems(file: string, schema: PolicySchema): Record<string, string> {
  const policies = parseChromeJson(fs.readFileSync(file, 'utf8'))
  if (typeof policies !== 'object' || policies === null || Array.isArray(policies))
    throw new TypeError(`${file} must be a JSON object`)
  const items = Object.entries(restrictPolicies(policies as Record<string, unknown>, schema))
  return Object.fromEntries(items.map(([key, value]) => [key, JSON.stringify(value)]))
}
