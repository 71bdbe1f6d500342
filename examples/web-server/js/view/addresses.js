import { find } from './find.js'

const list = find('addresses', HTMLElement)
const copiedTime = 1500

/** @param {readonly import('../server/urls.js').Place[]} places */
export function showAddresses(places) {
  list.replaceChildren(...places.map(createRow))
}

/** @param {import('../server/urls.js').Place} place */
function createRow({ label, url }) {
  const row = document.createElement('li')
  const caption = Object.assign(document.createElement('span'), { className: 'soft', textContent: label })
  const box = Object.assign(document.createElement('div'), { className: 'address' })
  box.append(createLink(url), createCopyButton(url))
  row.append(caption, box)
  return row
}

/** @param {string} url */
function createLink(url) {
  const link = document.createElement('a')
  link.href = url
  link.target = '_blank'
  link.rel = 'noreferrer'
  link.textContent = url.replace(/\/$/, '')
  link.title = `Open ${url}`
  return link
}

/** @param {string} url */
function createCopyButton(url) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'quiet'
  button.textContent = 'Copy'
  button.setAttribute('aria-label', `Copy ${url}`)
  button.setAttribute('aria-live', 'polite')
  button.addEventListener('click', () => void copy(url, button))
  return button
}

/**
 * @param {string} text
 * @param {HTMLElement} button
 */
async function copy(text, button) {
  const copied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  )
  button.textContent = copied ? 'Copied' : 'Not copied'
  setTimeout(() => (button.textContent = 'Copy'), copiedTime)
}
