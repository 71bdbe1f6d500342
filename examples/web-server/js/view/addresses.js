import { find } from './find.js'

const list = find('addresses', HTMLElement)
const copiedTime = 1500

/** @param {readonly string[]} urls */
export function showAddresses(urls) {
  list.replaceChildren(...urls.map(createRow))
}

/** @param {string} url */
function createRow(url) {
  const row = document.createElement('li')
  row.className = 'address'
  row.append(createLink(url), createCopyButton(url))
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
