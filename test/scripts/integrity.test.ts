import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { checkIntegrity } from '../../scripts/electron-runtime/integrity.mjs'
import { SetupError } from '../../scripts/setup/say.mjs'

// printf abc | openssl dgst -sha512 -binary | base64
const ofAbc =
  'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw=='

describe('checkIntegrity', () => {
  it('accepts the pinned bytes, however they are cut', async () => {
    await expect(checkIntegrity(readBytes('a', 'bc'), ofAbc, 'a package')).resolves.toBeUndefined()
  })

  it('refuses all others, with both hashes in the message', async () => {
    const check = checkIntegrity(readBytes('abd'), ofAbc, 'a package')
    await expect(check).rejects.toThrow(SetupError)
    await expect(check).rejects.toThrow(`expected ${ofAbc}`)
    await expect(check).rejects.toThrow(/^refused a package: its integrity is sha512-[^3]/)
  })

  it('refuses an empty file', async () => {
    await expect(checkIntegrity(readBytes(), ofAbc, 'a package')).rejects.toThrow('refused')
  })
})

function readBytes(...chunks: string[]) {
  return Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
}
