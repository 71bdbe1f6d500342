/** False where it has ended, or the system has no such signals. */
export function signalProcess(pid: number, name: 'SIGCONT' | 'SIGSTOP'): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}
