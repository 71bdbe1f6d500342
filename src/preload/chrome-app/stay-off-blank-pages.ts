import { explainStay } from '../../renderer-types/app-wire.ts'

/** Of other pages Electron asks the main process. */
export function stayOffBlankPages(): void {
  navigation.addEventListener('navigate', (event) => {
    const { url } = event.destination
    if (!url.startsWith('about:') || event.hashChange) return
    event.preventDefault()
    console.error(explainStay(url))
  })
}
