import { textResponse } from '../http/response.js'
import { escapeHtml } from './html.js'

const style = `
:root { color-scheme: light dark; --text: #1d2129; --soft: #667080; --line: #e3e7ed; --paper: #fff;
  --ground: #f4f6f9; --accent: #0b6bcb }
@media (prefers-color-scheme: dark) { :root { --text: #e7eaf0; --soft: #98a2b3; --line: #2c323d; --paper: #1b1f27;
  --ground: #13161c; --accent: #6cb6ff } }
* { box-sizing: border-box }
body { margin: 0; padding: 8vh 20px 40px; background: var(--ground); color: var(--text);
  font: 16px/1.6 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif }
main { max-width: 720px; margin: 0 auto; padding: 36px 40px; background: var(--paper); border: 1px solid var(--line);
  border-radius: 16px }
h1 { margin: 0 0 8px; font-size: 28px; line-height: 1.25; letter-spacing: -.01em; overflow-wrap: anywhere }
p { margin: 0 0 16px } .soft { color: var(--soft) }
a { color: var(--accent); text-decoration: none } a:hover { text-decoration: underline }
code, pre { font: 14px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace }
pre { margin: 8px 0 0; padding: 12px 14px; background: var(--ground); border-radius: 8px; overflow-x: auto }
table { width: 100%; border-collapse: collapse } td, th { padding: 9px 0; border-top: 1px solid var(--line) }
th { text-align: left; font-weight: 500; color: var(--soft); font-size: 14px }
td + td, th + th { text-align: right; padding-left: 24px; color: var(--soft); white-space: nowrap;
  font-variant-numeric: tabular-nums } td:first-child { width: 100%; overflow-wrap: anywhere }
dl { margin: 24px 0 0 } dt { padding-top: 14px; border-top: 1px solid var(--line); font-weight: 600 }
dd { margin: 0 0 14px; color: var(--soft) }
@media (max-width: 520px) { main { padding: 24px 20px } td:nth-child(3), th:nth-child(3) { display: none } }`

/**
 * @param {number} status
 * @param {string} title
 * @param {string} content HTML
 * @param {Record<string, string>} [headers]
 */
export function pageResponse(status, title, content, headers = {}) {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="/favicon.ico"><title>${escapeHtml(title)}</title><style>${style}</style>`
  const html = `<!doctype html>\n<html lang="en">\n<head>${head}</head>\n<body><main>${content}</main></body>\n</html>\n`
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
  return textResponse(status, html, 'text/html', { 'Content-Security-Policy': policy, ...headers })
}
