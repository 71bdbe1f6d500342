import fs from 'node:fs'

function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function listChildren(pid: number): number[] {
  return read(`/proc/${pid}/task/${pid}/children`).split(' ').filter(Boolean).map(Number)
}

function listFamily(pid: number): number[] {
  return [pid, ...listChildren(pid).flatMap(listFamily)]
}

/** The process of the one page that an Electron app shows. */
export function findPage(main: number): number {
  const page = listFamily(main).find((pid) => read(`/proc/${pid}/cmdline`).includes('--type=renderer'))
  if (page === undefined) throw new Error('the app has no page')
  return page
}

/** Proportional set size in MiB: what is shared counts in part. */
export function readMemory(pid: number): number {
  const [, kibibytes] = /^Pss:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? []
  if (kibibytes === undefined) throw new Error(`the memory of process ${pid} cannot be read`)
  return Number(kibibytes) / 1024
}

/** Sockets that a process has open: other descriptors come and go as they like. */
export function countSocketDescriptors(pid: number): number {
  const folder = `/proc/${pid}/fd`
  const isSocket = (name: string): boolean => {
    try {
      return fs.readlinkSync(`${folder}/${name}`).startsWith('socket:')
    } catch {
      return false
    }
  }
  return fs.readdirSync(folder).filter(isSocket).length
}
