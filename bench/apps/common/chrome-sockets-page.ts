import { makeServerApi } from '../../server/server-api.ts'
import { storageApi } from '../../server/storage-api.ts'
import { makeChromeSocketsHost } from './chrome-sockets-host.ts'

Object.assign(globalThis, { bench: { ...makeServerApi(makeChromeSocketsHost()), ...storageApi } })
