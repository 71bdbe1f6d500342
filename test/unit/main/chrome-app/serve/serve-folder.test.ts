import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readApp } from '../../../../../src/main/chrome-app/manifest/read-app.ts'
import type { Answer, Asked } from '../../../../../src/main/chrome-app/serve/handle.ts'
import { createFolderHandler } from '../../../../../src/main/chrome-app/serve/serve-folder.ts'

const above = fs.mkdtempSync(path.join(os.tmpdir(), 'chrome-app-'))
const folder = path.join(above, 'my app')
const manifest = {
  manifest_version: 2,
  name: 'Served',
  version: '1',
  app: { background: { scripts: ['one.js', 'a&b.js'] } },
  sandbox: { pages: ['deep/sandboxed.html', 'boxes/*.html'] },
}

interface Served {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

let request: (target: string, init?: Partial<Asked>) => Promise<Answer>
let id: string

beforeAll(() => {
  fs.mkdirSync(path.join(folder, 'deep'), { recursive: true })
  fs.writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
  fs.writeFileSync(path.join(folder, 'page.html'), '<p>0123456789</p>')
  for (const file of ['one.js', 'a&b.js', 'empty.txt']) fs.writeFileSync(path.join(folder, file), '')
  fs.writeFileSync(path.join(folder, 'own.css'), 'a{b:url(x://__MSG_@@extension_id__/)} __MSG_zz__')
  fs.writeFileSync(
    path.join(folder, 'address.css'),
    'a{b:url(chrome-extension://__MSG_@@extension_id__/é.png)} c{d:url(chrome-extension://x/)}',
  )
  fs.writeFileSync(path.join(folder, 'own.txt'), '__MSG_@@extension_id__')
  fs.writeFileSync(path.join(folder, 'deep', 'sandboxed.html'), '')
  fs.mkdirSync(path.join(folder, 'boxes/deep'), { recursive: true })
  for (const page of ['one.html', 'deep/a.html', 'page.htm'])
    fs.writeFileSync(path.join(folder, 'boxes', page), '')
  fs.writeFileSync(path.join(folder, 'deep', 'a b.js'), 'spaced')
  fs.writeFileSync(path.join(above, 'secret.txt'), 'secret')
  fs.symlinkSync(path.join(above, 'secret.txt'), path.join(folder, 'link.txt'))
  fs.symlinkSync(path.join(folder, 'page.html'), path.join(folder, 'inner.html'))
  const app = readApp(folder, { name: 'Program', places: [], getLocale: () => 'en-US' })
  const handler = createFolderHandler(app, () => new AbortController().signal)
  id = app.manifest.id
  request = (target, init) =>
    handler({
      url: new URL(target, `chrome-app://${app.manifest.id}/`).href,
      method: 'GET',
      headers: {},
      ...init,
    })
})

async function ask(target: string, init?: Partial<Asked>): Promise<Served> {
  const answer = await request(target, init)
  if ('error' in answer) throw new Error(`failed: ${answer.error}`)
  return { status: answer.statusCode, headers: answer.headers, text: await text(answer.data) }
}

afterAll(() => fs.rmSync(above, { recursive: true }))

describe("an app's folder", () => {
  it('has messages in its style sheets, and nowhere else', async () => {
    const response = await ask('/own.css')
    expect(response.headers['content-type']).toBe('text/css')
    expect(response.headers['content-security-policy']).toMatch(/^default-src/)
    expect(response.text).toBe(`a{b:url(x://${id}/)} __MSG_zz__`)
    expect((await ask('/own.css', { method: 'HEAD' })).text).toBe('')
    expect((await ask('/own.txt')).text).toBe('__MSG_@@extension_id__')
  })

  it('has its own address in its style sheets, where they name it as in Chrome', async () => {
    const address = `chrome-app://${id}/é.png`
    expect((await ask('/address.css')).text).toBe(`a{b:url(${address})} c{d:url(chrome-extension://x/)}`)
  })

  it('is served with the type of a file, and with the policy of every app', async () => {
    const response = await ask('/page.html?query#hash')
    expect(response.status).toBe(200)
    expect(response.text).toBe('<p>0123456789</p>')
    const { headers } = response
    expect(headers['content-type']).toBe('text/html')
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-length']).toBe('17')
    expect(headers['content-security-policy']).toMatch(
      /^default-src 'self' blob: filesystem:; connect-src \*/,
    )
  })

  it.each(['POST', 'HEAD'])('takes %s', async (method) => {
    const response = await ask('/page.html', { method })
    expect(response.status).toBe(200)
    expect(response.text).toBe(method === 'HEAD' ? '' : '<p>0123456789</p>')
  })

  it.each([
    ['bytes=3-5', '012', 'bytes 3-5/17'],
    ['bytes=13-', '</p>', 'bytes 13-16/17'],
    ['bytes=-4', '</p>', 'bytes 13-16/17'],
    ['bytes=0-999', '<p>0123456789</p>', 'bytes 0-16/17'],
    ['Bytes = 3-5', '012', 'bytes 3-5/17'],
    ['bytes = 3 - 5', '012', 'bytes 3-5/17'],
  ])('serves the range %s', async (range, part, contentRange) => {
    const response = await ask('/page.html', { headers: { Range: range } })
    expect(response.status).toBe(206)
    expect(response.text).toBe(part)
    expect(response.headers['content-range']).toBe(contentRange)
  })

  it.each([
    'bytes=17-',
    'bytes=5-2',
    'bytes=0-0,2-3',
    'bytes=-0',
    'nonsense',
    'bytes=a-b',
    'bytes=1 0-12',
    'bytes= - ',
  ])('fails like a connection for the range %s', async (range) => {
    expect(await request('/page.html', { headers: { range } })).toEqual({ error: -2 })
  })

  it('serves a file with nothing in it, and one with a space in its name', async () => {
    expect((await ask('/empty.txt')).text).toBe('')
    expect((await ask('/deep/a%20b.js')).text).toBe('spaced')
    expect((await ask('/inner.html')).text).toBe('<p>0123456789</p>')
  })

  it('gives a sandboxed page a policy of its own', async () => {
    for (const page of ['/deep/sandboxed.html', '/boxes/one.html', '/boxes/deep/a.html?query']) {
      const { headers } = await ask(page)
      expect(headers['content-security-policy']).toMatch(/^sandbox allow-scripts/)
    }
    const { headers } = await ask('/boxes/page.htm')
    expect(headers['content-security-policy']).toMatch(/^default-src/)
  })

  it('has the background page that Chrome generates', async () => {
    const response = await ask('/_generated_background_page.html')
    expect(response.text).toBe(
      '<!DOCTYPE html>\n<body>\n<script src="one.js"></script>\n<script src="a&amp;b.js"></script>\n',
    )
    expect(response.headers['content-type']).toBe('text/html; charset=utf-8')
  })

  it.each([
    '/missing.html',
    '/',
    '/deep',
    '/deep/',
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/deep/..%2f..%2fsecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%5csecret.txt',
    '/link.txt',
    '/page.html%00.txt',
    '/%E0%A4%A',
  ])('fails like a connection for %s', async (target) => {
    expect(await request(target)).toEqual({ error: -6 })
  })

  it('answers for nobody else', async () => {
    const other = id.replaceAll('a', 'b')
    expect(await request(`chrome-app://${other}x/page.html`)).toEqual({ error: -2 })
  })
})
