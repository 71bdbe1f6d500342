/**
 * How to start npm: the very npm that runs us when there is one, else the one in PATH.
 * @param {string[]} args
 */
export function npmCommand(args) {
  const npm = process.env['npm_execpath']
  if (npm && /npm-cli\.c?js$/.test(npm)) return { command: process.execPath, args: [npm, ...args] }
  return { command: 'npm', args }
}
