/** @typedef {import('./listener.js').Endpoint} Endpoint */

/**
 * Chrome Apps have it where the manifest asks for system.network.
 * @typedef {{ name: string, address: string }} NetworkInterface
 * @typedef {{ network: { getNetworkInterfaces: (callback: (all: NetworkInterface[]) => void) => void } }} System
 */

/**
 * @typedef {object} Place
 * @property {string} url
 * @property {string} label who can open it
 */

/**
 * @param {Endpoint} bound
 * @param {(places: Place[]) => void} callback gets the addresses to type into a browser, the best one first
 */
export function findPlaces({ address, port }, callback) {
  const here = { label: 'This computer', url: formatUrl('127.0.0.1', port) }
  if (address !== '0.0.0.0' && address !== '::') {
    const label = /^127\.|^::1$/.test(address) ? here.label : 'Other machines'
    return callback([{ label, url: formatUrl(address, port) }])
  }
  listLanInterfaces((interfaces) => {
    const others = interfaces.map(({ address: lan, name }) => ({
      label: interfaces.length === 1 ? 'Other machines' : `Other machines, ${name}`,
      url: formatUrl(lan, port),
    }))
    callback([...others, here])
  })
}

/**
 * @param {string} address
 * @param {number} port
 */
function formatUrl(address, port) {
  const host = address.includes(':') ? `[${address}]` : address
  return port === 80 ? `http://${host}/` : `http://${host}:${port}/`
}

/** @param {(interfaces: NetworkInterface[]) => void} callback IPv4 only: others are not for typing */
function listLanInterfaces(callback) {
  const { system } = /** @type {typeof chrome & { system?: System }} */ (chrome)
  if (!system) return callback([])
  system.network.getNetworkInterfaces((interfaces) => {
    if (chrome.runtime.lastError) return callback([])
    callback(
      interfaces.filter(({ address }) => /^\d+\.\d+\.\d+\.\d+$/.test(address) && !address.startsWith('127.')),
    )
  })
}
