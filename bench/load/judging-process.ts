// A worker thread that judges the documents it is given for so many seconds and says how many it judged per second.
import { parentPort, workerData } from 'node:worker_threads'
import { judge } from '#standards/einvoice'

const { documents, seconds }: { readonly documents: readonly Uint8Array[]; readonly seconds: number } = workerData
for (let round = 0; round < 10; round += 1) for (const bytes of documents) judge(bytes)
const begun = performance.now()
let judged = 0
while (performance.now() - begun < seconds * 1_000) {
  for (const bytes of documents) judge(bytes)
  judged += documents.length
}
parentPort?.postMessage((judged / (performance.now() - begun)) * 1_000)
