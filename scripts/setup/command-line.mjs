const flag = '--no-system'
const variable = 'ELECTRON_CHROME_SOCKETS_NO_SYSTEM'

/**
 * The flag may stand anywhere: `npm start -- --no-system` puts it behind the command.
 * @param {string[]} argv [NPM-SCRIPT...] [-- COMMAND ARGS...]
 * @param {NodeJS.ProcessEnv} env
 */
export function parseCommandLine(argv, env) {
  const words = argv.filter((word) => word !== flag)
  const separator = words.indexOf('--')
  const scripts = separator === -1 ? words : words.slice(0, separator)
  const [command, ...args] = words.slice(scripts.length + 1)
  return {
    scripts,
    commands: command === undefined ? [] : [{ command, args }],
    noSystem: words.length < argv.length || !['', '0', undefined].includes(env[variable]),
  }
}
