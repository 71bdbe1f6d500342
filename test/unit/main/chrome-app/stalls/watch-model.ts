import { StallWatch } from '../../../../../src/main/chrome-app/stalls/stall-watch.ts'
import type { Model } from './model.ts'

/** Returns what has a model's main process watched for so many milliseconds. */
export function watchModel(model: Model): (milliseconds: number) => void {
  const watch = new StallWatch(model.machine)
  return (milliseconds) => {
    for (const end = model.time + milliseconds; model.time < end;) watch.look()
  }
}
