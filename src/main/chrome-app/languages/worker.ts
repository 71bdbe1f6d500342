import { parentPort } from 'node:worker_threads'
import { loadDetector } from './find-languages.ts'

/** Texts wait until somebody listens. */
void loadDetector().then((detect) =>
  parentPort?.on('message', (text: string) => parentPort?.postMessage(detect(text))),
)
