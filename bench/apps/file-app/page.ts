import { FileServer } from '../../server/file-server.ts'

Object.assign(globalThis, { bench: new FileServer() })
