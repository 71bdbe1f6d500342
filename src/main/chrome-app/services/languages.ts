import type { Service } from './service.ts'

export const languages: Service<'languages'> = {
  detect: ({ host }, text) => host.system.detector.detect(text),
}
