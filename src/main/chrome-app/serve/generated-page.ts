/** The background page of an app that has only scripts. */
export const generatedPage = '/_generated_background_page.html'

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }

const escapeHtml = (text: string): string => text.replaceAll(/[&"<>]/g, (sign) => entities[sign] ?? sign)

/** Exactly Chrome's markup: there is a body when the first script runs. */
export function writeGeneratedPage(scripts: readonly string[]): string {
  const tags = scripts.map((script) => `<script src="${escapeHtml(script)}"></script>`)
  return `<!DOCTYPE html>\n<body>\n${tags.join('\n')}\n`
}
