import type { Service } from './service.ts'

export const languages: Service<'languages'> = {
  detect: ({ host, page }, text) => host.system.detector.detect(page, text),
}
