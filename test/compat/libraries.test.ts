import dgram from 'node:dgram'
import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchApp } from '../support/electron/launch.ts'
import type { RunningApp } from '../support/electron/launch.ts'
import { root } from '../support/root.ts'

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'electron-chrome-sockets-'))
let running: RunningApp
let page: Page

/** Bundles the libraries for a page as an app's bundler does: Node's modules by their well-known doubles. */
async function bundlePage(): Promise<void> {
  const bundle = await rolldown({
    input: path.join(root, 'test/compat/page.js'),
    platform: 'browser',
    resolve: {
      alias: {
        buffer: 'buffer/',
        events: 'events/',
        stream: 'stream-browserify',
        timers: 'timers-browserify',
        util: 'util/',
      },
    },
    transform: {
      define: { global: 'globalThis' },
      inject: { process: 'process/browser.js', Buffer: ['buffer/', 'Buffer'] },
    },
  })
  await bundle.write({ file: path.join(folder, 'page.js'), format: 'iife', name: 'compat' })
  fs.writeFileSync(path.join(folder, 'page.html'), '<!doctype html><script src="page.js"></script>')
}

function call(name: string, ...args: unknown[]): Promise<unknown> {
  return page.evaluate(
    ([key, values]) => {
      const { compat } = window as unknown as { compat: Record<string, (...given: unknown[]) => unknown> }
      return compat[key]?.(...values)
    },
    [name, args] as const,
  )
}

beforeAll(async () => {
  await bundlePage()
  running = await launchApp({
    options: {
      origins: [pathToFileURL(`${folder}/`).href],
      manifest: {
        sockets: { tcp: { connect: '*' }, tcpServer: { listen: '*' }, udp: { bind: '*', send: '*' } },
      },
    },
  })
  page = await running.open(pathToFileURL(path.join(folder, 'page.html')).href)
})

afterAll(async () => {
  await running.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

describe('chrome-net, unmodified', () => {
  it('serves HTTP', async () => {
    const port = await call('serveHttp')
    const response = await fetch(`http://127.0.0.1:${String(port)}/some/where`)
    expect(await response.text()).toBe('you asked for /some/where')
  })

  it('asks an HTTP server', async () => {
    const server = http.createServer((request, response) => {
      response.setHeader('Connection', 'close')
      response.end(`hello ${request.headers['user-agent']}`)
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const answer = await call('exchange', port, 'GET / HTTP/1.1\r\nHost: x\r\nUser-Agent: chrome-net\r\n\r\n')
    server.close()
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*hello chrome-net/)
  })

  it('talks over 100 connections at once, both ends in the page', async () => {
    const port = await call('serveEcho')
    const texts = Array.from({ length: 100 }, (_, i) => `connection ${i} `.repeat(200))
    const answers = await Promise.all(texts.map((text) => call('exchange', port, text)))
    expect(answers).toEqual(texts)
  })
})

describe('chrome-dgram, unmodified', () => {
  it('answers a datagram', async () => {
    const port = Number(await call('serveDatagrams'))
    const peer = dgram.createSocket('udp4')
    peer.send('hello', port, '127.0.0.1')
    const [data] = (await once(peer, 'message')) as [Buffer]
    peer.close()
    expect(data.toString()).toBe('HELLO')
  })
})
