// The face of background work: kinds, the outbox, the worker.
export { handleJob, type JobHandler, type JobKind, type JobOptions, type JobRun, jobKind } from './job-kind.ts'
export { connectOutbox, type EnqueueOptions, enqueue } from './outbox.ts'
export { prepareQueues, queuesEdition } from './queues.ts'
export { startWorker, type Worker, type WorkerLog } from './worker.ts'
