import { createHash } from 'node:crypto'
import html from './view/index.html?raw'
import viewSource from './view/index.ts?source'
import style from './view/style.css?raw'

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/**
 * The page as an address that needs no file: also a main process that was bundled has it. Nothing but its own script
 * and style can run, nothing can be loaded, and no text can become markup.
 */
export function createDocumentUrl(): string {
  const script = `const inspector = ${viewSource}.start()`
  const policy = [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const parts = {
    '<meta name="policy" />': `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '<style></style>': `<style>${style}</style>`,
    '<script></script>': `<script>${script}</script>`,
  }
  let document = html
  for (const [place, part] of Object.entries(parts)) document = document.replace(place, () => part)
  return `data:text/html;charset=utf-8,${encodeURIComponent(document)}`
}
