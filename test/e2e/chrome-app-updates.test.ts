import fs from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { launchChromeApp, makeUserData } from '../support/electron/launch-chrome-app.ts'
import type { RunningChromeApp } from '../support/electron/launch-chrome-app.ts'
import { writeChromeApp } from '../support/electron/write-chrome-app.ts'
import { until } from '../support/until.ts'

/** Makes an alarm when it is installed, and says which it has at each start. */
const background = `
chrome.runtime.onUpdateAvailable.addListener(() => record.push('onUpdateAvailable'))
const tell = () => chrome.alarms.getAll((all) => record.push('alarms ' + all.map(({ name }) => name)))
chrome.runtime.onInstalled.addListener(({ previousVersion, reason }) => {
  record.push(reason + ' ' + previousVersion)
  if (reason === 'install') chrome.alarms.create('later', { delayInMinutes: 60, periodInMinutes: 90 }, tell)
})
chrome.app.runtime.onLaunched.addListener(() => chrome.app.window.create('window.html'))
if (chrome.alarms) tell()
else record.push('no alarms')
`

let folder: string
let userData: string
let running: RunningChromeApp | undefined

beforeEach(() => {
  folder = writeChromeApp(background, { manifest: { permissions: ['alarms'] } })
  userData = makeUserData()
})
afterEach(async () => {
  await running?.close().catch(() => {})
  running = undefined
  for (const place of [folder, userData]) fs.rmSync(place, { recursive: true, force: true })
})

/** The app of the folder has other members in its manifest from the next start on. */
function update(changes: object): void {
  const file = `${folder}/manifest.json`
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8')) as object
  fs.writeFileSync(file, JSON.stringify({ ...manifest, ...changes }))
}

/** Starts it, and ends it when it has said these things. */
async function expectRecord(...lines: string[]): Promise<void> {
  const app = await launchChromeApp(folder, userData)
  running = app
  const hasSaid = async (): Promise<boolean> => {
    const record = await app.readRecord()
    return lines.every((line) => record.includes(line))
  }
  await until(lines.join(), hasSaid)
  expect(await app.readRecord()).not.toContain('onUpdateAvailable')
  await app.close()
}

it('an update finds the alarms of the version before, even if one in between could have none', async () => {
  await expectRecord('install undefined', 'alarms later')
  update({ version: '2', permissions: [] })
  await expectRecord('update 1.0', 'no alarms')
  update({ version: '3', permissions: ['alarms'] })
  await expectRecord('update 2', 'alarms later')
})
