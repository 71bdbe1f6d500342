import { spawn } from 'node:child_process'
import { once } from 'node:events'

// The program that `npm run dist` has packed must run by itself and serve a page.
const program = 'out/demo/linux-unpacked/web-server'
const child = spawn(program, ['--headless', '--port', '0', '--stop-after', '30'], {
  stdio: ['ignore', 'pipe', 'inherit'],
})

let output = ''
for await (const chunk of child.stdout) {
  output += String(chunk)
  const url = /listening on (\S+)\n/.exec(output)?.[1]
  if (url === undefined) continue
  const response = await fetch(url)
  const page = await response.text()
  child.kill()
  if (response.status !== 200 || !page.includes('<title>'))
    throw new Error(`unexpected answer ${response.status}`)
  console.log(`${program} served ${page.length} characters at ${url}`)
  break
}
if (child.exitCode === null) await once(child, 'exit')
if (!output.includes('listening')) throw new Error(`${program} did not listen`)
