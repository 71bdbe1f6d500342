import { download as downloadOnce } from '../../client/loads/download.ts'

/** Connects so many times, one after the other; returns how often so many bytes came. */
export async function download(port: number, times: number, bytes: number): Promise<number> {
  let whole = 0
  for (let i = 0; i < times; i += 1) if ((await downloadOnce(port)).bytes === bytes) whole += 1
  return whole
}
