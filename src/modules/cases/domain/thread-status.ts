// The states of a case as the mailbox knows them.

export type ThreadStatus = 'received' | 'in-review' | 'needs-reply' | 'decided' | 'closed'
