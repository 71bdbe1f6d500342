import type { Trace } from '../trace.ts'

/** What differs between places and starts: the scheme of an app's pages, and its id. */
function replaceNames(text: string): string {
  return text
    .replaceAll(/chrome-(?:extension|app):\/\/[a-p]{32}/g, '<app>')
    .replaceAll(/chrome-(?:extension|app)_[a-p]{32}/g, '<scheme>_<id>')
    .replaceAll(/\b[a-p]{32}\b/g, '<id>')
}

/** Chromium 156 tells of a policy of later versions whenever a page touches the window of another. */
const isOfLaterVersions = (message: string): boolean =>
  message.includes('Cross-Origin-Opener-Policy policy would block the window.')

export function normaliseTrace(trace: Trace): Trace {
  const console = trace.console.filter((message) => !isOfLaterVersions(message))
  return JSON.parse(replaceNames(JSON.stringify({ ...trace, console }))) as Trace
}
