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

/** What Chromium says of a policy, which has had other words since the one of Electron 33: what is blocked, and by what. */
const blocked = [
  /(?:Refused to evaluate|Evaluating) (a string as JavaScript) .*?: "(.*?)"\..*$/,
  /(?:Refused to \w+|[A-Z]\w+ing) (.+?) (?:because it )?violates the following Content Security Policy directive:? ["'](.*?)["']\..*$/,
]

const shortenBlocked = (message: string): string =>
  blocked.reduce((text, pattern) => text.replace(pattern, '$1 violates $2'), message)

export function normaliseTrace(trace: Trace): Trace {
  const console = trace.console.filter((message) => !isOfLaterVersions(message)).map(shortenBlocked)
  return JSON.parse(replaceNames(JSON.stringify({ ...trace, console }))) as Trace
}
