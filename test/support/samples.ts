import fs from 'node:fs'
import path from 'node:path'
import { root } from './root.ts'

/** The scripts among the samples of a text; those of a list are indented. */
export function listSamples(document: string): string[] {
  const text = fs.readFileSync(path.join(root, document), 'utf8')
  return [...text.matchAll(/^( *)```js\n([^]*?)^ *```$/gm)].map(([, indent = '', code = '']) =>
    code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
  )
}

/** The one that has those words in it. */
export function findSample(document: string, words: string): string {
  const [sample, ...others] = listSamples(document).filter((code) => code.includes(words))
  if (sample === undefined || others.length > 0)
    throw new Error(`not one sample with "${words}" in ${document}`)
  return sample
}
