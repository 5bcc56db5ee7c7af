// BR-CL-08 in UBL: the subject of a note, written as '#code#' before its text.
import { noteSubjects } from '../code-lists/note-subjects.ts'
import { lengthOf } from '../selection.ts'
import { type Demand, inUbl, type Statement } from '../statements.ts'

/**
 * Only what stands between the first two '#' and has three characters is taken for a subject.
 * The list is one text that is searched for it, so that ' AA' and 'A A' are found too.
 */
const subjectIsKnown: Demand = ({ state }) => {
  const subjects = ` ${[...noteSubjects.ubl(state)].sort().join(' ')} `
  return (document, node) => {
    const text = document.text(node)
    const begin = text.indexOf('#') + 1
    const end = begin === 0 ? -1 : text.indexOf('#', begin)
    if (end < 0) return true
    const subject = text.slice(begin, end)
    return lengthOf(subject) !== 3 || subjects.includes(subject)
  }
}

export const noteRules: readonly Statement[] = [inUbl('BR-CL-08', 'note', subjectIsKnown)]
