import type { Flood } from '../flood.ts'

/** What is stored, or runs without a page. */
export const serviceWorker: Flood = {
  name: 'service-worker',
  what: '`navigator.serviceWorker.register`',
  act: (turn) => navigator.serviceWorker.register(`/sw${turn}`),
}

export const indexedDb: Flood = {
  name: 'indexed-db',
  what: '`indexedDB.open`',
  act: (turn) => indexedDB.open(`a${turn % 5}`),
}

export const storageFolder: Flood = {
  name: 'storage-folder',
  what: '`navigator.storage.getDirectory`',
  act: () => navigator.storage.getDirectory(),
}

export const rules: Flood = {
  name: 'rules',
  what: '`<script type="speculationrules">`, one after the other',
  act: (turn) => {
    const script = document.createElement('script')
    script.type = 'speculationrules'
    script.textContent = JSON.stringify({ prerender: [{ source: 'list', urls: [`/a${turn}`] }] })
    document.head.append(script)
  },
  columns: ['bare', 'guest'],
}
