import { value } from './module.mjs'

self.postMessage({ value, kind: self.constructor.name })
