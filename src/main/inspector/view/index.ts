import type { Snapshot } from '../snapshot.ts'
import { Filter } from './filter.ts'
import { formatCount, formatRate } from './format.ts'
import { NoticeList } from './notice-list.ts'
import { setText, SocketTable } from './table.ts'

function find<T extends Element>(id: string, kind: new () => T): T {
  const element = document.querySelector(`#${id}`)
  if (!(element instanceof kind)) throw new Error(`the page has no ${id}`)
  return element
}

/** Makes the page live; what it returns is called by the main process. */
export function start(): { show: (snapshot: string) => void } {
  let latest: Snapshot | undefined
  const table = new SocketTable(find('heads', HTMLElement), find('rows', HTMLElement))
  const clear = find('clear', HTMLButtonElement)
  const notices = new NoticeList(find('notices', HTMLElement), find('no-notices', HTMLElement), clear)
  const filter = new Filter(find('kinds', HTMLElement), find('find', HTMLInputElement), () => draw())
  const [empty, more] = [find('empty', HTMLElement), find('more', HTMLElement)]
  const totals = ['sockets', 'receiving', 'sending'].map((name) => find(`total-${name}`, HTMLElement))

  const draw = (): void => {
    if (latest === undefined) return
    const { app, counts, receiving, rows, sending } = latest
    const all = counts.tcpServer + counts.tcp + counts.udp
    const shown = filter.choose(rows)
    const texts = [formatCount(all), formatRate(receiving), formatRate(sending)]
    for (const [index, element] of totals.entries()) setText(element, texts[index] ?? '')
    setText(find('app-name', HTMLElement), app.name)
    setText(find('app-id', HTMLElement), app.id)
    filter.showCounts(counts, all)
    table.show(shown)
    empty.hidden = shown.length > 0
    setText(empty, all === 0 ? 'No sockets' : 'No such sockets')
    more.hidden = rows.length === all
    setText(more, `${formatCount(all - rows.length)} sockets more are not listed`)
  }

  return {
    show: (snapshot) => {
      const parsed = JSON.parse(snapshot) as Snapshot
      latest = parsed
      notices.add(parsed)
      draw()
    },
  }
}
