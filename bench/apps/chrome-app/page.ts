import { storageApi } from '../../server/storage-api.ts'

Object.assign(globalThis, { bench: storageApi })

const { runtime, window } = Reflect.get(chrome, 'app') as {
  runtime: { onLaunched: { addListener: (listener: () => void) => void } }
  window: { create: (url: string) => void }
}
runtime.onLaunched.addListener(() => window.create('window.html'))
