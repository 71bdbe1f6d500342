import fs from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'

const begin = '<!-- results: written by `npm run bench -- --markdown` -->'
const end = '<!-- /results -->'

/** The text with what is between the two marks written anew. */
export function replaceResults(text: string, results: string): string {
  const [before, rest] = text.split(begin)
  const after = rest?.split(end)[1]
  if (before === undefined || after === undefined)
    throw new Error('a README has lost the marks of its results')
  return `${before}${begin}\n\n${results}\n\n${end}${after}`
}

/** `readme`: from the project's folder on. */
export async function writeResults(readme: string, results: string): Promise<void> {
  const file = fileURLToPath(new URL(`../../${readme}`, import.meta.url))
  const text = replaceResults(fs.readFileSync(file, 'utf8'), results)
  const config = await resolveConfig(file)
  fs.writeFileSync(file, await format(text, { ...config, parser: 'markdown' }))
}
