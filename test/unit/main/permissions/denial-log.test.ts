import { describe, expect, it } from 'vitest'
import { readManifest } from '../../../../src/main/manifest/read-manifest.ts'
import { logDenial } from '../../../../src/main/permissions/denial-log.ts'
import type { Operation } from '../../../../src/main/permissions/permissions.ts'
import { isPermitted } from '../../../../src/main/permissions/permissions.ts'
import { RecordingLogger } from '../../../support/pages/recording-logger.ts'

function deny(app: { logger: RecordingLogger }, operation: Operation, host: string, port: number): void {
  logDenial(app, { operation, host, port, url: 'app://a/', socketId: 1 })
}

describe('what the manifest denies', () => {
  it.each<[Operation, string, number, string]>([
    ['tcpServer.listen', '127.0.0.1', 8080, '"127.0.0.1:8080"'],
    ['tcpServer.listen', '0.0.0.0', 0, '"0.0.0.0:*"'],
    ['tcp.connect', '::1', 80, '"*:80"'],
    ['tcp.connect', ' space ', 80, '"*:80"'],
    ['udp.bind', '::', 0, '"*:*"'],
    ['udp.multicastMembership', '239.1.1.1', 0, '""'],
  ])('%s of %s, port %i would be allowed by %s', (operation, host, port, pattern) => {
    const logger = new RecordingLogger()
    deny({ logger }, operation, host, port)
    const [line = ''] = logger.warnings
    expect(line).toMatch(/^electron-chrome-sockets: the manifest does not allow /)
    expect(line).toContain(`${operation} of ${JSON.stringify(host)}, port ${port}`)
    expect(line).toContain(`: ${pattern} } }`)
    const key = `{${line.slice(line.indexOf('"sockets"'))}}`
    expect(isPermitted(readManifest(JSON.parse(key)).permissions, operation, host, port)).toBe(true)
  })

  it('is told of once for each operation and app', () => {
    const logger = new RecordingLogger()
    for (const app of [{ logger }, { logger }])
      for (let port = 1; port < 100; port += 1) {
        deny(app, 'tcp.connect', 'a', port)
        deny(app, 'udp.send', 'a', port)
      }
    expect(logger.warnings).toHaveLength(4)
  })

  it('cannot fill or forge the log', () => {
    const logger = new RecordingLogger()
    deny({ logger }, 'tcp.connect', `a\nb${'c'.repeat(10_000)}`, 1)
    expect(logger.warnings[0]).not.toContain('\n')
    expect(logger.warnings[0]?.length).toBeLessThan(400)
  })
})
