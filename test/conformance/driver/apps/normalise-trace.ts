import type { Trace } from '../trace.ts'

/** What differs between places and starts: the scheme of an app's pages, and its id. */
function replaceNames(text: string): string {
  return text
    .replaceAll(/chrome-(?:extension|app):\/\/[a-p]{32}/g, '<app>')
    .replaceAll(/chrome-(?:extension|app)_(?=[a-p]{32})/g, '<scheme>_')
    .replaceAll(/\b[a-p]{32}\b/g, '<id>')
}

export const normaliseTrace = (trace: Trace): Trace =>
  JSON.parse(replaceNames(JSON.stringify(trace))) as Trace
