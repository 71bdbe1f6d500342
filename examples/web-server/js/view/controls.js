import { find } from './find.js'

/** @typedef {import('../settings.js').Settings} Settings */

const form = find('settings', HTMLFormElement)
const fields = find('fields', HTMLFieldSetElement)
const port = find('port', HTMLInputElement)
const choice = find('addresses-choice', HTMLElement)
const hint = find('network-hint', HTMLElement)
const start = find('start', HTMLButtonElement)
const stop = find('stop', HTMLButtonElement)
const anyAddress = new Set(['0.0.0.0', '::'])

/** The focus stands on what is being switched off. */
let focusMoves = false

/**
 * @param {Settings} settings
 * @param {{ onStart: (settings: Settings) => void, onStop: () => void }} handlers
 */
export function setUpControls(settings, { onStart, onStop }) {
  port.value = settings.port
  chooseAddress(settings.address)
  form.addEventListener('change', updateHint)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    onStart({ address: chosenAddress(), port: port.value })
  })
  stop.addEventListener('click', onStop)
}

/** @param {import('../server/web-server.js').State['phase']} phase */
export function showControls(phase) {
  const running = phase === 'starting' || phase === 'listening'
  if (phase !== 'failed') focusMoves ||= form.contains(document.activeElement)
  fields.disabled = running
  start.disabled = running
  stop.disabled = phase !== 'listening'
  if (focusMoves && phase !== 'starting') moveFocus()
}

/** A button that is switched off loses the focus: whoever uses the keyboard would have to start over. */
function moveFocus() {
  focusMoves = false
  const button = stop.disabled ? start : stop
  button.focus()
}

/** @param {boolean} valid */
export function showPortValidity(valid) {
  port.setAttribute('aria-invalid', String(!valid))
  if (!valid) port.focus()
}

function chosenAddress() {
  return choice.querySelector('input:checked')?.getAttribute('value') ?? '127.0.0.1'
}

/** @param {string} address */
function chooseAddress(address) {
  const inputs = [...choice.querySelectorAll('input')]
  const input = inputs.find((each) => each.value === address) ?? addAddress(address)
  input.checked = true
  updateHint()
}

/** @param {string} address */
function addAddress(address) {
  const label = document.createElement('label')
  const input = Object.assign(document.createElement('input'), {
    type: 'radio',
    name: 'address',
    value: address,
  })
  const text = Object.assign(document.createElement('span'), { textContent: address, title: address })
  label.append(input, text)
  choice.append(label)
  return input
}

function updateHint() {
  hint.hidden = !anyAddress.has(chosenAddress())
}
