// `npm run draw`: draws the life cycles of the product into docs/pictures; `lifeCycles` says which.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { drawStates } from './draw-states.ts'
import { lifeCycles } from './life-cycles.ts'

const folder = join(import.meta.dirname, '..', 'docs', 'pictures')
await mkdir(folder, { recursive: true })
for (const [name, { title, steps }] of Object.entries(lifeCycles)) {
  await writeFile(join(folder, `states-${name}.svg`), drawStates(title, steps))
  process.stdout.write(`docs/pictures/states-${name}.svg\n`)
}
