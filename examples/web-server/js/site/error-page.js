import { statusTexts } from '../http/status-texts.js'
import { escapeHtml } from './html.js'
import { pageResponse } from './page.js'

/** @param {import('../http/http-error.js').HttpError} error */
export function errorPage({ status, message, headers }) {
  const title = `${status} ${statusTexts[status] ?? 'Error'}`
  const content = `<h1>${title}</h1><p class="soft">${escapeHtml(message)}</p><p><a href="/">Go to the start page</a></p>`
  return pageResponse(status, title, content, headers)
}
