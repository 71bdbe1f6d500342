import { explainError } from './server/explain-error.js'
import { findPlaces } from './server/urls.js'
import { WebServer } from './server/web-server.js'
import { parsePort, readSettings } from './settings.js'
import { errorPage } from './site/error-page.js'
import { Site } from './site/site.js'
import { showAddresses } from './view/addresses.js'
import { setUpControls, showControls, showPortValidity } from './view/controls.js'
import { showCounters } from './view/counters.js'
import { logExchange, suggestRequest } from './view/request-log.js'
import { setUpSharing } from './view/sharing.js'
import { showStatus } from './view/status.js'

/** @typedef {import('./settings.js').Settings} Settings */

/** @type {import('./server/web-server.js').State} */
let latest = { phase: 'stopped' }

const site = new Site()
const server = new WebServer({
  respond: (request) => site.respond(request),
  refuse: errorPage,
  onState: showState,
  onCount: showCounters,
  onExchange: logExchange,
})
const settings = readSettings(location.search)

setUpSharing((folder) => (site.folder = folder))
setUpControls(settings, { onStart: start, onStop: () => server.stop() })
start(settings)

/** @param {Settings} asked */
function start({ address, port: text }) {
  const port = parsePort(text)
  showPortValidity(port !== null)
  if (port === null) showFailure('A port is a whole number from 0 to 65535. 0 takes a free one.')
  else server.start({ address, port })
}

/** @param {import('./server/web-server.js').State} state */
function showState(state) {
  latest = state
  if (state.phase === 'failed') return showFailure(explainError(state.error, state.asked))
  showStatus(state.phase)
  showControls(state.phase)
  if (state.phase === 'listening') findPlaces(state.bound, (places) => latest === state && showPlaces(places))
  else showPlaces([])
}

/** @param {readonly import('./server/urls.js').Place[]} places none while nothing listens */
function showPlaces(places) {
  const url = places[0]?.url
  showAddresses(places)
  suggestRequest(url ?? null)
  document.title = `Web Server · ${url ?? 'stopped'}`
}

/** @param {string} message */
function showFailure(message) {
  showPlaces([])
  showStatus('failed', message)
  showControls('failed')
  document.title = `Web Server · Error: ${message}`
}
