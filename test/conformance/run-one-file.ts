/** jiti run-one-file.ts PLACE FILE NETWORK: runs all scenarios of a file that the place can run, and prints their traces. */
import { canRun, listScenarioFiles } from './driver/scenario-files.ts'
import { ScenarioRunner } from './driver/scenario-runner.ts'

const [place, name, network] = process.argv.slice(2)
if (place !== 'chrome' && place !== 'electron') throw new Error(`there is no place "${place}"`)
if (network !== 'own' && network !== 'seeming') throw new Error(`there is no network "${network}"`)
const file = listScenarioFiles().find((candidate) => candidate.name === name)
if (file === undefined) throw new Error(`there is no file "${name}"`)
const runner = await ScenarioRunner.start(place, network)
const traces = await runner.run(
  file,
  file.scenarios.filter((entry) => canRun(place, entry)),
)
await runner.close()
process.stdout.write(JSON.stringify(traces))
