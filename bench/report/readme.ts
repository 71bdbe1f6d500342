import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const file = fileURLToPath(new URL('../README.md', import.meta.url))
const begin = '<!-- results: written by `npm run bench -- --markdown` -->'
const end = '<!-- /results -->'

/** The text with what is between the two marks written anew. */
export function replaceResults(text: string, results: string): string {
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined)
    throw new Error('bench/README.md has lost the marks of its results')
  return `${before}${begin}\n\n${results}\n\n${end}${after}`
}

export async function writeResults(results: string): Promise<void> {
  const text = replaceResults(fs.readFileSync(file, 'utf8'), results)
  const config = await resolveConfig(file)
  fs.writeFileSync(file, await format(text, { ...config, parser: 'markdown' }))
}
