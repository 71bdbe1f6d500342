import fs from 'node:fs'
import { generateFiles } from './generate/generate-files.ts'

for (const [file, text] of await generateFiles()) {
  fs.writeFileSync(file, text)
  console.log(`wrote ${file}`)
}
