// Judging in processes of their own: answers come back, and an invoice over a limit harms nobody but itself.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createJudging } from './judging.ts'

const notWellFormed = Buffer.from('<Invoice>')

test('judgements come back from several processes at once', async () => {
  const judging = createJudging({ processes: 2 })
  try {
    const answers = await Promise.all([1, 2, 3].map(() => judging.judge(notWellFormed)))
    for (const { verdict, findings } of answers) assert.deepEqual([verdict, findings[0]?.rule], ['reject', 'not-closed'])
  } finally {
    judging.close()
  }
})

test('an invoice that takes too long is undecided, and the next one is judged', async () => {
  const hasty = createJudging({ processes: 1, timeoutMs: 1 })
  const patient = createJudging({ processes: 1 })
  try {
    const { verdict, findings } = await hasty.judge(notWellFormed)
    assert.deepEqual([verdict, findings[0]?.rule], ['undefined', 'undecided'])
    assert.equal((await patient.judge(notWellFormed)).verdict, 'reject')
  } finally {
    hasty.close()
    patient.close()
  }
})

test('an invoice that needs more memory than it may is undecided, and the next one is judged', async () => {
  const judging = createJudging({ processes: 1, heapMb: 24 })
  try {
    const many = Buffer.from(
      `<a>${'<b>x&amp;y</b>'.repeat(10)}${Array.from({ length: 400_000 }, (_, index) => `<n${index}/>`).join('')}</a>`,
    )
    assert.equal((await judging.judge(many)).verdict, 'undefined')
    assert.equal((await judging.judge(notWellFormed)).verdict, 'reject')
  } finally {
    judging.close()
  }
})
