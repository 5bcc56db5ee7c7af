// A simulator started by the demo ends with it: when the pipe from its parent closes, even by SIGKILL.

export function endWithParent(): void {
  if (!process.argv.includes('--with-parent')) return
  process.stdin.resume()
  process.stdin.once('end', () => process.exit(0))
  process.stdin.once('error', () => process.exit(0))
}
