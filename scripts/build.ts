import { rolldown } from 'rolldown'
import config from '../electron.config.ts'

// Not rolldown's own command: that reports what it has written, and `npm start` is to print the demo's address first.
for (const { output = [], ...input } of config) {
  const bundle = await rolldown(input)
  for (const options of [output].flat()) await bundle.write(options)
  await bundle.close()
}
