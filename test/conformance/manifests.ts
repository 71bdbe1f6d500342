/** What the app of every scenario file consists of, in the order in which it is loaded. */
export const scripts = ['control.js', 'runtime.js', 'scenarios.js']

/** The apps in which scenarios run, by the folder of the scenario files; those beside the folders are of `main`. */
const common = {
  manifest_version: 2,
  name: 'Conformance',
  version: '1.0',
  app: { background: { scripts } },
  permissions: ['http://127.0.0.1/*', 'system.network'],
}

export interface Manifest {
  readonly sockets: {
    readonly tcp?: { readonly connect?: string | string[] }
    readonly tcpServer?: { readonly listen?: string | string[] }
    readonly udp?: {
      readonly bind?: string | string[]
      readonly send?: string | string[]
      readonly multicastMembership?: string | string[]
    }
  }
  readonly [key: string]: unknown
}

const main: Manifest = {
  ...common,
  sockets: {
    tcp: { connect: '*' },
    tcpServer: { listen: '*' },
    udp: { bind: '*', send: '*', multicastMembership: '' },
  },
}

export const manifests: Readonly<Record<string, Manifest>> = {
  main,
  impatient: main,
  offline: main,
  restricted: {
    ...common,
    sockets: {
      tcp: { connect: ['127.0.0.1:1', '*.example.invalid:80', 'Upper.Invalid', ':9', '*.0.0.1:2'] },
      tcpServer: { listen: ['127.0.0.1:18123', '127.0.0.2:*', '0.0.0.0:18125'] },
      udp: { bind: ['127.0.0.1:18124', '127.0.0.3'], send: ['127.0.0.1:9', '*.example.invalid:80'] },
    },
  },
  denied: { ...common, sockets: {} },
}
