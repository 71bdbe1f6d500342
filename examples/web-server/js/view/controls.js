import { find } from './find.js'

/** @typedef {import('../settings.js').Settings} Settings */

const form = find('settings', HTMLFormElement)
const fields = find('fields', HTMLFieldSetElement)
const port = find('port', HTMLInputElement)
const choice = find('addresses-choice', HTMLElement)
const hint = find('network-hint', HTMLElement)
const toggle = find('toggle', HTMLButtonElement)
const anyAddress = new Set(['0.0.0.0', '::'])

/** @type {import('../server/web-server.js').State['phase']} */
let latest = 'stopped'

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
    if (latest === 'listening') onStop()
    else if (latest !== 'starting') onStart({ address: chosenAddress(), port: port.value })
  })
}

/**
 * The button is never switched off: it would lose the focus.
 * @param {import('../server/web-server.js').State['phase']} phase
 */
export function showControls(phase) {
  latest = phase
  const running = phase === 'starting' || phase === 'listening'
  if (running && fields.contains(document.activeElement)) toggle.focus()
  fields.disabled = running
  form.dataset.running = String(running)
  toggle.textContent = running ? 'Stop' : 'Start'
  toggle.classList.toggle('primary', !running)
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
