const engine = '(KHTML, like Gecko)'

/** Chrome's own: of Electron's without the names of Electron and of the program. One of the program's making stays. */
export function writeUserAgent(userAgent: string, chromeVersion: string): string {
  const end = userAgent.indexOf(engine)
  if (end < 0) return userAgent
  const [major] = chromeVersion.split('.')
  return `${userAgent.slice(0, end)}${engine} Chrome/${major}.0.0.0 Safari/537.36`
}
