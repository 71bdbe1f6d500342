import fs from 'node:fs/promises'
import type { AppArguments } from '../../../renderer-types/contract/apps/index.ts'
import type { Outcome } from '../../outcome.ts'
import { fail, succeed } from '../../outcome.ts'
import { findFile } from '../serve/find-file.ts'
import type { Guest } from '../guests/guest.ts'
import type { Service, ServiceCall } from './service.ts'

type Details = AppArguments<'webViewInternal', 'executeScript'>[2]

/** Bytes of a file that is run in a guest. */
const maxFile = 4 * 1024 * 1024

const notFound = 'The guest has gone.'
const both = 'Code and file should not be specified at the same time in the second argument.'
const neither = 'No source code or file specified.'

/** The code that is to run, or what is wrong with it. */
async function readCode({ host }: ServiceCall, { code, file }: Details): Promise<Outcome<string>> {
  if (code !== undefined) return file === undefined ? succeed(code) : fail(both)
  if (file === undefined) return fail(neither)
  const found = await findFile(host.app.directory, new URL(file, `${host.origin}/`).pathname)
  if (found === undefined || (await fs.stat(found)).size > maxFile)
    return fail(`Failed to load file: "${file}". `)
  return succeed(await fs.readFile(found, 'utf8'))
}

async function inject<T>(
  call: ServiceCall,
  id: number,
  details: Details,
  act: (guest: Guest, code: string) => Promise<T>,
): Promise<Outcome<T>> {
  const source = await readCode(call, details)
  if (!source.ok) return source
  const guest = call.host.guests.find(call.page, id)
  return guest === undefined ? fail(notFound) : succeed(await act(guest, source.args[0] ?? ''))
}

export const webViewInternal: Service<'webViewInternal'> = {
  attach: ({ host, page }, id) => (host.guests.attach(page, id) ? succeed() : fail(notFound)),
  executeScript: (call, id, _src, details) => inject(call, id, details, (guest, code) => guest.execute(code)),
  insertCSS: (call, id, _src, details) =>
    inject(call, id, details, async (guest, code) => {
      await guest.contents.insertCSS(code)
      return undefined
    }),
}
