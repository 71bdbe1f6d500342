import type { Flood } from '../flood.ts'

/** What pages say: to each other, to their window, to the system. */
export const channel: Flood = {
  name: 'channel',
  what: '`BroadcastChannel`',
  act: (turn, { kept }) => {
    kept[0] ??= new BroadcastChannel('a')
    Reflect.apply(BroadcastChannel.prototype.postMessage, kept[0], [turn])
  },
}

export const windowName: Flood = {
  name: 'window-name',
  what: '`window.name = …`',
  act: (turn) => {
    window.name = `x${turn}`
  },
}

export const copy: Flood = {
  name: 'copy',
  what: "`execCommand('copy')`, a million characters",
  act: () => {
    const area = document.querySelector('textarea')
    if (area?.textLength === 0) area.value = 'a'.repeat(1e6)
    area?.select()
    document.execCommand('copy')
  },
}

export const clipboard: Flood = {
  name: 'clipboard',
  what: '`navigator.clipboard.writeText`',
  act: () => navigator.clipboard.writeText('a'),
}

export const consoleLines: Flood = { name: 'console', what: '`console.log`', act: () => console.log(1) }

export const title: Flood = {
  name: 'title',
  what: '`document.title = …`',
  act: (turn) => {
    document.title = `${turn}`
  },
}

export const icon: Flood = {
  name: 'icon',
  what: 'another icon',
  act: (turn) => document.querySelector('link')?.setAttribute('href', `data:,${turn}`),
}

export const reload: Flood = { name: 'reload', what: '`location.reload()`', act: () => location.reload() }

export const messages: Flood = {
  name: 'messages',
  what: '30 messages of 100 million characters to a page of another process',
  act: (_, { kept, other }) => {
    kept[0] ??= 'x'.repeat(1e8)
    other?.postMessage(kept[0], '*')
  },
  turns: 30,
  other: 'hears',
}
